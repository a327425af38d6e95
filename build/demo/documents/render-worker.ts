import type { DocumentRecipe } from '#build/demo/documents/recipe.ts';
import { renderPages } from '#build/demo/documents/render-document.ts';

/** What the pool asks of a worker process: one file. */
export interface RenderTask {
  readonly index: number;
  readonly recipe: DocumentRecipe;
}

/** What a worker process answers. */
export interface RenderAnswer {
  readonly index: number;
  readonly bytes: Uint8Array;
  readonly pageCount: number;
}

/** A recipe that cannot be drawn is a bug: the rejection is not handled, ends the process, and reaches the pool. */
async function answer({ index, recipe }: RenderTask): Promise<void> {
  const { bytes, pageCount } = await renderPages(recipe);
  process.send?.({ index, bytes, pageCount } satisfies RenderAnswer);
}

process.on('message', (task: RenderTask) => {
  void answer(task);
});
