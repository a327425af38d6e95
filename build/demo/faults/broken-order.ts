import { fieldsOf } from '#shared/records/judged-fields.ts';
import type { RecordTypeId } from '#shared/records/record-type.ts';
import { recordTypes } from '#shared/records/record-types.ts';
import type { RecordValues } from '#shared/records/usul.ts';
import { isLocalDate, type LocalDate } from '#shared/kernel/local-date.ts';
import { addMonths, addYears } from '#build/demo/calendar.ts';
import { rankAfter } from '#build/demo/people/ranks.ts';
import { slipOf } from '#build/demo/plan/alter-values.ts';
import type { PlannedDocument, PlannedRecord, PlannedUsul } from '#build/demo/plan/demo-plan.ts';
import { buildSkp } from '#build/demo/records/skp.ts';
import { type Random, makeObjectId } from '#build/demo/random.ts';

/** An usul with the records of its type that its employee has already. */
export interface UsulAmongRecords {
  readonly usul: PlannedUsul;
  readonly records: readonly PlannedRecord[];
}

/** A record more that the employee has already; its id follows from the usul. */
export function recordBeside(usul: PlannedUsul, values: RecordValues): PlannedRecord {
  const { person, recordType } = usul;
  const id = makeObjectId(usul.id, 'riwayat tambahan');
  return { id, personId: person.id, recordType, values };
}

/**
 * An addition that does not follow on what the employee has: a later record is there already, the golongan before was
 * higher, or the assessment is of a year long past. The documents still say what is proposed. Undefined where it
 * cannot be so.
 */
export function breakOrder(
  { usul, records }: UsulAmongRecords,
  today: LocalDate,
  random: Random,
): UsulAmongRecords | undefined {
  if (usul.kind !== 'tambah') return undefined;
  if (usul.recordType === 'skp') return proposeOldYear({ usul, records }, today, random);
  const ordering = orderings[usul.recordType];
  if (ordering === undefined) return undefined;
  const later = addLater({ usul, records }, ordering, today, random);
  if (usul.recordType !== 'golongan') return later;
  return later && random.chance(0.5) ? later : raiseBefore({ usul, records });
}

/** The day that orders the records of a type, where the rules ask for the latest one. */
const orderings: Partial<Readonly<Record<RecordTypeId, string>>> = {
  jabatan: 'tmtJabatan',
  golongan: 'tmtGolongan',
  pindah_instansi: 'tmtPi',
  pmk: 'tanggalSk',
};

/** The same record some years on, with numbers of its own; none where the later one would not have come yet. */
function addLater(
  { usul, records }: UsulAmongRecords,
  ordering: string,
  today: LocalDate,
  random: Random,
): UsulAmongRecords | undefined {
  const from = usul.values[ordering] ?? '';
  const fitting = [4, 3, 2, 1].find((more) => isLocalDate(from) && addYears(from, more) <= today);
  if (fitting === undefined) return undefined;
  const later: Record<string, string> = { ...usul.values };
  for (const { name, format } of fieldsOf(recordTypes[usul.recordType])) {
    const value = later[name];
    if (value === undefined) continue;
    if (isLocalDate(value)) later[name] = addMonths(value, fitting * 12);
    else if (format.kind === 'documentNumber') later[name] = slipOf(format, value, random) ?? value;
  }
  const next = rankAfter(later['golonganId'] ?? '');
  if (usul.recordType === 'golongan') {
    if (!next) return undefined;
    later['golonganId'] = next.id;
    later['masaKerjaGolonganTahun'] = String(Number(later['masaKerjaGolonganTahun']) + fitting);
  }
  return { usul, records: [...records, recordBeside(usul, later)] };
}

/** The record just before was entered with too high a golongan. */
function raiseBefore({ usul, records }: UsulAmongRecords): UsulAmongRecords | undefined {
  const higher = rankAfter(usul.values['golonganId'] ?? '');
  const last = records.toSorted((a, b) => tmtOf(a).localeCompare(tmtOf(b))).at(-1);
  if (!higher || !last) return undefined;
  const raised = { ...last, values: { ...last.values, golonganId: higher.id } };
  return { usul, records: records.map((record) => (record === last ? raised : record)) };
}

const tmtOf = (record: PlannedRecord): string => record.values['tmtGolongan'] ?? '';

/** First year of the form that an assessment has now. */
const firstYear = 2022;

/** An assessment of a year that the PDM asks for no longer, with its own document; the later years are there. */
function proposeOldYear(
  { usul, records }: UsulAmongRecords,
  today: LocalDate,
  random: Random,
): UsulAmongRecords | undefined {
  const draft = buildSkp({ person: usul.person, random, today: addYears(today, -2) });
  const year = draft?.values['tahun'];
  const sameFiles = draft?.documents.every(
    ({ documentId }, index) => usul.documents[index]?.documentId === documentId,
  );
  if (!draft || year === undefined || Number(year) < firstYear || !sameFiles) return undefined;
  if (usul.values['tahun'] === undefined) return undefined;
  const documents = usul.documents.map((document, index): PlannedDocument => {
    const { content, sheet } = draft.documents[index]!;
    return { ...document, recipe: { ...document.recipe, content, sheet } };
  });
  return {
    usul: { ...usul, values: draft.values, documents },
    records: [
      ...records.filter(({ values }) => values['tahun'] !== year),
      recordBeside(usul, usul.values),
    ],
  };
}
