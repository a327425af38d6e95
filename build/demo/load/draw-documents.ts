import { availableParallelism } from 'node:os';
import { renderPages } from '#build/demo/documents/render-document.ts';
import { type RenderSink, renderAll } from '#build/demo/documents/render-pool.ts';
import type { DemoPlan, PlannedDocument } from '#build/demo/plan/demo-plan.ts';
import { seedTexts } from '#build/demo/texts.ts';
import type { DocumentStore } from '#server/documents/document-store.ts';

/** A file that is in the document store. Size in bytes. */
export interface DrawnDocument {
  readonly sha256: string;
  readonly size: number;
  readonly pageCount: number;
}

/** Documents of each usul by its id, in their order. */
export type DrawnDocuments = ReadonlyMap<string, readonly DrawnDocument[]>;

/** How far drawing is. */
export type DrawingProgress = (done: number, total: number) => void;

/** Below this many files, starting processes costs more than it saves. */
const worthProcesses = 60;

/** Draws every document of the plan and puts it into the store, on two to four processors. */
export async function drawDocuments(
  plan: DemoPlan,
  documents: DocumentStore,
  onProgress: DrawingProgress,
): Promise<DrawnDocuments> {
  const all = plan.usuls.flatMap((usul) => usul.documents);
  const drawn: DrawnDocument[] = [];
  let done = 0;
  const sink: RenderSink = async ({ index, bytes, pageCount }) => {
    drawn[index] = { ...(await put(documents, all[index]!, bytes)), pageCount };
    done += 1;
    onProgress(done, all.length);
  };
  const recipes = all.map(({ recipe }) => recipe);
  if (all.length < worthProcesses) {
    for (const [index, recipe] of recipes.entries()) {
      await sink({ index, ...(await renderPages(recipe)) });
    }
  } else {
    await renderAll(recipes, Math.min(4, Math.max(2, availableParallelism())), sink);
  }
  let first = 0;
  return new Map(
    plan.usuls.map((usul) => {
      const own = drawn.slice(first, first + usul.documents.length);
      first += usul.documents.length;
      return [usul.id, own];
    }),
  );
}

async function put(
  documents: DocumentStore,
  { fileName }: PlannedDocument,
  bytes: Uint8Array,
): Promise<{ sha256: string; size: number }> {
  const result = await documents.put(bytes);
  if (!result.ok) throw new Error(seedTexts.documentRefused(fileName));
  return result.value;
}
