import type { DraftDocument } from '#build/demo/records/record-draft.ts';
import type { DocumentRecipe, Medium } from '#build/demo/documents/recipe.ts';
import { paperCount } from '#build/demo/documents/paper.ts';
import { recordTypes } from '#shared/records/record-types.ts';
import type { RecordTypeId } from '#shared/records/record-type.ts';
import type { Person } from '#build/demo/people/person.ts';
import type { PlannedDocument } from '#build/demo/plan/demo-plan.ts';
import { type Random, makeRandom } from '#build/demo/random.ts';

/** Share of usul whose documents are scans; the others are born digital. */
const scanShare = 0.31;

/** How one usul's documents reached their files: one scanner, or none. */
function planMedium(random: Random): Medium {
  return random.chance(scanShare) ? planScan(random) : { kind: 'digital' };
}

/** A scan off an ordinary office scanner: 100 or 104 dpi, turned by 0.3 to 1.2 degrees. */
export function planScan(random: Random): Extract<Medium, { kind: 'scan' }> {
  const degrees = (0.3 + random.fraction() * 0.9) * (random.chance(0.5) ? 1 : -1);
  return {
    kind: 'scan',
    settings: {
      dpi: random.pick([100, 104]),
      quality: random.whole(54, 60),
      degrees,
      paper: random.whole(0, paperCount - 1),
      shaded: random.chance(0.15),
    },
  };
}

/** The documents of a draft with all that their files need. */
export function planDocuments(
  drafts: readonly DraftDocument[],
  facts: { usulId: string; recordType: RecordTypeId; person: Person; random: Random },
): PlannedDocument[] {
  const medium = planMedium(facts.random);
  const typeface = facts.random.chance(0.82) ? 'serif' : 'sans';
  const size = facts.random.pick([10.5, 11, 11]);
  return drafts.map((draft, index) => ({
    documentId: draft.documentId,
    fileName: fileNameOf(draft.documentId, index, facts),
    recipe: {
      content: draft.content,
      medium,
      sheet: draft.sheet,
      typeface,
      size,
      omittedPages: [],
      seed: `${facts.usulId} ${index}`,
    } satisfies DocumentRecipe,
  }));
}

function fileNameOf(
  documentId: string,
  index: number,
  { usulId, recordType, person }: { usulId: string; recordType: RecordTypeId; person: Person },
): string {
  const label =
    recordTypes[recordType].documents.find((spec) => spec.id === documentId)?.label ?? 'Dokumen';
  const words = label
    .replaceAll(/\(.*?\)/g, '')
    .trim()
    .replaceAll(/[^\p{L}\d]+/gu, '_');
  const random = makeRandom(usulId, 'nama berkas', index);
  return random.weighted([
    [`${words}_${person.nip}.pdf`, 45],
    [`${documentId.replace('mv-', '')}_${usulId.slice(0, 8)}.pdf`, 20],
    [`${words.toLowerCase()} ${person.name.split(' ')[0]!.toLowerCase()}.pdf`, 20],
    [`scan${String(random.whole(1, 999)).padStart(4, '0')}.pdf`, 15],
  ]);
}
