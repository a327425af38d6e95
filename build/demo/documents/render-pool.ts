import { type ChildProcess, fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { DocumentRecipe } from '#build/demo/documents/recipe.ts';
import { seedTexts } from '#build/demo/texts.ts';
import { StartProblem } from '#server/cli/start-problem.ts';
import type { RenderAnswer, RenderTask } from '#build/demo/documents/render-worker.ts';

/** Tasks that a worker has in hand: one being drawn, the others waiting, so that it is never idle. */
const depth = 3;

/** What to do with each finished file; a worker gets its next task when this is done, so that memory stays small. */
export type RenderSink = (answer: RenderAnswer) => Promise<void>;

/**
 * Draws all recipes in processes of their own and hands each file to the sink, in no certain order. Fails with the first
 * failure; no process outlives the call.
 */
export async function renderAll(
  recipes: readonly DocumentRecipe[],
  workerCount: number,
  sink: RenderSink,
): Promise<void> {
  let next = 0;
  const takeTask = (): RenderTask | undefined => {
    const index = next;
    const recipe = recipes[index];
    next += 1;
    return recipe && { index, recipe };
  };
  const workers = Array.from({ length: Math.min(workerCount, recipes.length) }, startWorker);
  try {
    await Promise.all(workers.map((worker) => serve(worker, takeTask, sink)));
  } finally {
    for (const worker of workers) worker.kill();
  }
}

/** A process that understands TypeScript by itself, whatever started this one (tsx or vitest). */
function startWorker(): ChildProcess {
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  return fork(fileURLToPath(new URL('./render-worker.ts', import.meta.url)), {
    execArgv: ['--import', loader],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
}

function serve(
  worker: ChildProcess,
  takeTask: () => RenderTask | undefined,
  sink: RenderSink,
): Promise<void> {
  return new Promise((resolve, reject) => {
    let inHand = 0;
    const feed = (): void => {
      while (inHand < depth) {
        const task = takeTask();
        if (!task) break;
        inHand += 1;
        worker.send(task);
      }
      if (inHand === 0) resolve();
    };
    const take = async (answer: RenderAnswer): Promise<void> => {
      await sink(answer);
      inHand -= 1;
      feed();
    };
    worker.on('message', (answer: RenderAnswer) => {
      take(answer).catch(reject);
    });
    worker.once('error', reject);
    worker.once('exit', () => reject(new StartProblem(seedTexts.interrupted)));
    feed();
  });
}
