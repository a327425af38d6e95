import { addDays, daysBetween, type LocalDate } from '#shared/kernel/local-date.ts';
import { type RecordTypeId, recordTypeIds } from '#shared/records/record-type.ts';
import type { UsulKind } from '#shared/records/usul.ts';
import { recordTypes } from '#shared/records/record-types.ts';
import { recordBuilders } from '#build/demo/records/record-builders.ts';
import type { RecordDraft } from '#build/demo/records/record-draft.ts';
import { buildOldSkp } from '#build/demo/records/skp.ts';
import type { Opd } from '#build/demo/offices/offices.ts';
import type { Person } from '#build/demo/people/person.ts';
import { earlierValues } from '#build/demo/plan/alter-values.ts';
import type { DemoRequest, PlannedRecord, PlannedUsul } from '#build/demo/plan/demo-plan.ts';
import { planDeletion } from '#build/demo/plan/plan-deletion.ts';
import { planDocuments } from '#build/demo/plan/plan-medium.ts';
import { type Random, makeObjectId, makeRandom, makeUuid } from '#build/demo/random.ts';

/** How often each record type is proposed, roughly as in the field: SKP, jabatan and learning most. */
const shares: Readonly<Record<RecordTypeId, number>> = {
  personal: 5,
  jabatan: 11,
  pendidikan: 8,
  diklat: 6,
  kursus: 13,
  skp: 14,
  penghargaan: 6,
  golongan: 11,
  keluarga: 10,
  pmk: 3,
  pindah_instansi: 3,
  cltn: 3,
  cpns_pns: 4,
  organisasi: 5,
};

/** Days that a stage may take (domain.md 0.13). */
const stageDays = 10;

/** An usul with the records that its employee has already. */
export interface UsulWithRecords {
  readonly usul: PlannedUsul;
  readonly records: readonly PlannedRecord[];
}

/** The open usul of one office: every record type at least once where somebody can have it, then by share. */
export function planOpdUsul(
  request: DemoRequest,
  opd: Opd,
  people: readonly Person[],
  count: number,
): UsulWithRecords[] {
  const random = makeRandom(request.seed, 'usul', opd.slug);
  const taken = new Set<string>();
  const planned: UsulWithRecords[] = [];
  const first = random.shuffle(recordTypeIds);
  let queue: Person[] = [];
  for (let tries = 0; planned.length < count && tries < count * 40; tries += 1) {
    if (queue.length === 0) queue = random.shuffle(people);
    const person = queue.pop()!;
    const wanted = first.find((type) => !planned.some(({ usul }) => usul.recordType === type));
    const recordType =
      wanted ?? random.weighted(recordTypeIds.map((id) => [id, shares[id]] as const));
    const key = `${person.id} ${recordType}`;
    if (taken.has(key)) continue;
    const made = planOne(request, { opd, people }, person, recordType);
    if (!made) continue;
    taken.add(key);
    planned.push(made);
  }
  return planned;
}

function planOne(
  request: DemoRequest,
  { opd, people }: { readonly opd: Opd; readonly people: readonly Person[] },
  person: Person,
  recordType: RecordTypeId,
): UsulWithRecords | undefined {
  if (!recordTypes[recordType].employeeKinds.includes(person.kind)) return undefined;
  const random = makeRandom(request.seed, 'usul', person.id, recordType);
  const kind = pickKind(random, recordType);
  const { today } = request;
  const build = recordType === 'skp' && kind === 'hapus' ? buildOldSkp : recordBuilders[recordType];
  const draft = build({ person, random, today });
  if (!draft) return undefined;
  const id = makeUuid(request.seed, 'usul', person.id, recordType);
  const ofAnother = () =>
    build({ person: random.pick(people.filter((one) => one !== person)), random, today });
  const { records, documents, ...content } =
    kind === 'hapus'
      ? planDeletion({ recordType, draft, random, ofAnother })
      : contentOf(kind, recordType, draft, random);
  const submitted = planSubmission(random, today);
  return {
    usul: {
      id,
      opd,
      person,
      recordType,
      kind,
      ...content,
      ...submitted,
      documents: planDocuments(documents, { usulId: id, recordType, person, random }),
      steps: [],
      firstRound: null,
      fault: null,
    },
    records: records.map((values, index) => ({
      id: makeObjectId(request.seed, 'riwayat', person.id, recordType, index),
      personId: person.id,
      recordType,
      values,
    })),
  };
}

function pickKind(random: Random, recordType: RecordTypeId): UsulKind {
  if (recordType === 'personal')
    return random.weighted([
      ['ubah', 9],
      ['tambah', 1],
    ]);
  return random.weighted([
    ['tambah', 58],
    ['ubah', 32],
    ['hapus', 10],
  ]);
}

const notes: Readonly<Record<Exclude<UsulKind, 'hapus'>, readonly string[]>> = {
  tambah: ['', '', '', 'Mohon ditambahkan.', 'Riwayat belum tercatat.', 'Dokumen asli terlampir.'],
  ubah: [
    '',
    'Perbaikan salah ketik.',
    'Data lama belum sesuai SK.',
    'Mohon disesuaikan dengan dokumen.',
  ],
};

/** What an usul of that kind says, with the records and documents that belong to it. */
function contentOf(
  kind: Exclude<UsulKind, 'hapus'>,
  recordType: RecordTypeId,
  { values, others, documents }: RecordDraft,
  random: Random,
) {
  const asnNote = random.pick(notes[kind]);
  if (kind === 'tambah') return { values, oldValues: null, asnNote, records: others, documents };
  const oldValues = earlierValues(recordType, values, random);
  return { values, oldValues, asnNote, records: [...others, oldValues], documents };
}

/** Submitted in the last two weeks in office hours (UTC+7); the deadline follows ten days later. */
function planSubmission(
  random: Random,
  today: LocalDate,
): { submittedAt: string; deadline: LocalDate } {
  const day = addDays(
    today,
    -random.weighted([
      [random.whole(1, 6), 6],
      [random.whole(5, 10), 5],
      [random.whole(10, 13), 1],
    ]),
  );
  const hour = String(random.whole(0, 9)).padStart(2, '0');
  const minute = String(random.whole(0, 59)).padStart(2, '0');
  const second = String(random.whole(0, 59)).padStart(2, '0');
  const deadline = addDays(day, stageDays);
  if (daysBetween(today, deadline) > stageDays) throw new Error('A deadline beyond its stage.');
  return { submittedAt: `${day}T${hour}:${minute}:${second}.000Z`, deadline };
}
