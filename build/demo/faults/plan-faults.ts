import { deletionClaimOf, withoutDeletionReason } from '#shared/records/deletion/deletion-claim.ts';
import type { RecordValues } from '#shared/records/usul.ts';
import { printedFields, provingDocument } from '#build/demo/faults/printed-fields.ts';
import { recordBuilders } from '#build/demo/records/record-builders.ts';
import type { DocumentRecipe, ScanSettings } from '#build/demo/documents/recipe.ts';
import { slipOf } from '#build/demo/plan/alter-values.ts';
import type {
  DemoRequest,
  DocumentFaultKind,
  PlannedDocument,
  PlannedFault,
  PlannedUsul,
} from '#build/demo/plan/demo-plan.ts';
import { planScan } from '#build/demo/plan/plan-medium.ts';
import { type Random, makeRandom } from '#build/demo/random.ts';

/** How the faults divide that only a reader finds; one usul in six has one. */
const shares: readonly (readonly [DocumentFaultKind, number])[] = [
  ['angka_berubah', 34],
  ['tanggal_tertukar', 14],
  ['dokumen_orang_lain', 16],
  ['halaman_hilang', 10],
  ['pindaian_kabur', 10],
  ['pindaian_kosong', 6],
  ['dokumen_dipakai_ulang', 10],
];

/** What a fault may look for elsewhere: the neighbours in the same office. */
interface Surroundings {
  readonly request: DemoRequest;
  readonly neighbours: readonly PlannedUsul[];
}

/** The same usul, about one in six with something wrong that a verifikator should find. */
export function plantFaults(request: DemoRequest, usuls: readonly PlannedUsul[]): PlannedUsul[] {
  const random = makeRandom(request.seed, 'cacat');
  const chosen = new Set(
    random
      .shuffle(usuls)
      .filter((_, index) => index % 6 === 0)
      .map(({ id }) => id),
  );
  return usuls.map((usul) => {
    if (!chosen.has(usul.id)) return usul;
    const neighbours = usuls.filter(
      (other) =>
        other.opd === usul.opd &&
        other.recordType === usul.recordType &&
        other.person !== usul.person &&
        !chosen.has(other.id),
    );
    return plantOne(usul, { request, neighbours }, makeRandom(request.seed, 'cacat', usul.id));
  });
}

/** Tries kinds in a drawn order until one fits this usul; a digit fits nearly all, a blurred scan every one. */
function plantOne(usul: PlannedUsul, around: Surroundings, random: Random): PlannedUsul {
  const first = random.weighted(shares);
  const rest = random.shuffle(shares.map(([kind]) => kind));
  for (const kind of [first, 'angka_berubah' as const, ...rest]) {
    const planted = plant[kind](usul, around, random);
    if (planted) return planted;
  }
  throw new Error(`No fault fits usul ${usul.id}`);
}

type Planter = (usul: PlannedUsul, around: Surroundings, random: Random) => PlannedUsul | undefined;

const plant: Readonly<Record<DocumentFaultKind, Planter>> = {
  angka_berubah: changeOneValue,
  tanggal_tertukar: swapDates,
  dokumen_orang_lain: borrowDocument,
  halaman_hilang: losePage,
  pindaian_kabur: (usul, _, random) => damageScan(usul, 'blurred', 'pindaian_kabur', random),
  pindaian_kosong: (usul, _, random) => damageScan(usul, 'blank', 'pindaian_kosong', random),
  dokumen_dipakai_ulang: reuseDocument,
};

function changeOneValue(usul: PlannedUsul, _: Surroundings, random: Random) {
  const numeric = new Set(['documentNumber', 'date', 'integer', 'decimal', 'nik']);
  for (const field of random.shuffle(printedFields(usul))) {
    if (!numeric.has(field.format.kind)) continue;
    const right = usul.values[field.name]!;
    const wrong = slipOf(field.format, right, random);
    if (wrong === undefined || wrong === right || wrong === usul.oldValues?.[field.name]) continue;
    return withValues(
      usul,
      { ...usul.values, [field.name]: wrong },
      {
        kind: 'angka_berubah',
        fields: [field.name],
        documentIndex: provingDocument(usul, field),
        documentSays: { [field.name]: right },
      },
    );
  }
  return undefined;
}

function swapDates(usul: PlannedUsul) {
  const dates = printedFields(usul).filter((field) => field.format.kind === 'date');
  const first = dates[0];
  const second = dates.find(
    (field) => first && usul.values[field.name] !== usul.values[first.name],
  );
  if (!first || !second) return undefined;
  const [one, other] = [usul.values[first.name]!, usul.values[second.name]!];
  return withValues(
    usul,
    { ...usul.values, [first.name]: other, [second.name]: one },
    {
      kind: 'tanggal_tertukar',
      fields: [first.name, second.name],
      documentIndex: provingDocument(usul, first),
      documentSays: { [first.name]: one, [second.name]: other },
    },
  );
}

/** The document of somebody else, whose record is another: nearly every field differs. */
function borrowDocument(usul: PlannedUsul, around: Surroundings, random: Random) {
  if (isOthers(usul)) return undefined;
  const main = usul.documents[0]!;
  for (const other of around.neighbours) {
    const draft = recordBuilders[usul.recordType]({
      person: other.person,
      random: makeRandom(usul.id, 'orang lain', random.whole(0, 9999)),
      today: around.request.today,
    });
    const borrowed = draft?.documents.find((document) => document.documentId === main.documentId);
    if (!draft || !borrowed) continue;
    const recipe: DocumentRecipe = {
      ...main.recipe,
      content: borrowed.content,
      sheet: borrowed.sheet,
    };
    return withDocument(usul, recipe, {
      kind: 'dokumen_orang_lain',
      fields: differing(usul.values, draft.values),
      documentIndex: 0,
      documentSays: draft.values,
    });
  }
  return undefined;
}

/** The very file that belongs to another usul: same bytes, same SHA-256. */
function reuseDocument(usul: PlannedUsul, around: Surroundings, random: Random) {
  if (isOthers(usul)) return undefined;
  const main = usul.documents[0]!;
  const donors = around.neighbours.filter(
    (other) => other.documents[0]!.documentId === main.documentId,
  );
  if (donors.length === 0) return undefined;
  const donor = random.pick(donors);
  return withDocument(usul, donor.documents[0]!.recipe, {
    kind: 'dokumen_dipakai_ulang',
    fields: differing(usul.values, donor.values),
    documentIndex: 0,
    documentSays: donor.values,
  });
}

const lastPageFields: Readonly<Record<string, readonly string[]>> = {
  skp: ['perilakuKerjaNilai', 'kuadranKinerjaNilai'],
  diklat: ['jumlahJam'],
  kursus: ['jumlahJam'],
  organisasi: ['jabatanOrganisasi'],
};

function losePage(usul: PlannedUsul) {
  const index = usul.documents.findIndex(({ recipe: { content } }) => {
    if (content.layout === 'evaluation') return true;
    if (content.layout === 'certificate') return content.data.agenda !== undefined;
    return content.layout === 'decree' && content.data.annex !== undefined;
  });
  if (index < 0) return undefined;
  const recipe = { ...usul.documents[index]!.recipe, omittedPages: [2, 3] };
  return withDocument(usul, recipe, {
    kind: 'halaman_hilang',
    fields: lastPageFields[usul.recordType] ?? [],
    documentIndex: index,
    documentSays: {},
  });
}

function damageScan(
  usul: PlannedUsul,
  damage: NonNullable<ScanSettings['damage']>,
  kind: DocumentFaultKind,
  random: Random,
): PlannedUsul {
  const { recipe, documentId } = usul.documents[0]!;
  const { settings } = recipe.medium.kind === 'scan' ? recipe.medium : planScan(random);
  const fields = printedFields(usul).filter((field) => field.provenBy.includes(documentId));
  return withDocument(
    usul,
    { ...recipe, medium: { kind: 'scan', settings: { ...settings, damage } } },
    {
      kind,
      fields: fields.map((field) => field.name),
      documentIndex: 0,
      documentSays: {},
    },
  );
}

/** Another person's paper is no fault where just that is the reason to delete. */
function isOthers(usul: PlannedUsul): boolean {
  const claim = deletionClaimOf(usul);
  return usul.kind === 'hapus' && claim.kind === 'disebut' && claim.reason === 'bukan_miliknya';
}

function differing(values: RecordValues, seen: RecordValues): string[] {
  return Object.keys(withoutDeletionReason(values)).filter((name) => values[name] !== seen[name]);
}

function withValues(usul: PlannedUsul, values: RecordValues, fault: PlannedFault): PlannedUsul {
  return { ...usul, values, fault };
}

function withDocument(usul: PlannedUsul, recipe: DocumentRecipe, fault: PlannedFault): PlannedUsul {
  const documents = usul.documents.map((document, index): PlannedDocument =>
    index === fault.documentIndex ? { ...document, recipe } : document,
  );
  return { ...usul, documents, fault };
}
