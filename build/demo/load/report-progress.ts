import type { DrawingProgress } from '#build/demo/load/draw-documents.ts';
import { seedTexts } from '#build/demo/texts.ts';

/** Says every few seconds how many documents are done and how long the rest takes; the clock comes from outside. */
export function reportProgress(
  log: (line: string) => void,
  clock: () => number,
  everyMs = 3_000,
): DrawingProgress {
  // Counted from the first document: what the processes need to start says nothing about the rest.
  let began: number | undefined;
  let said = 0;
  return (done, total) => {
    const now = clock();
    if (began === undefined) said = began = now;
    if (done < total && now - said < everyMs) return;
    said = now;
    const secondsLeft = Math.round(((now - began) / done) * (total - done) * 0.001);
    log(seedTexts.drawing(done, total, secondsLeft));
  };
}
