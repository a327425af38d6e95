import type { PageContent } from '#renderer/pdf/page-content.ts';
import type { PageBox } from '#renderer/evidence/matching/document-reading.ts';

/** Share of a line's height from which on something lies over it: the lines of tables and under words are thinner. */
const thick = 0.25;

/** Whether nothing but print is drawn at a place: what shows there is what the text layer drew, in whatever type. */
export function isClear(box: PageBox, { marks, isLayered }: PageContent): boolean {
  if (isLayered) return false;
  const [left, top, right, bottom] = box;
  // Above and below its line a piece has a margin.
  const margin = (bottom - top) * 0.2;
  const height = bottom - top - 2 * margin;
  return marks.every((mark) => {
    const across = Math.min(right, mark[2]) - Math.max(left, mark[0]);
    const down = Math.min(bottom - margin, mark[3]) - Math.max(top + margin, mark[1]);
    const isThin = across < height * thick;
    return across <= 0 || down < height * thick || isThin;
  });
}
