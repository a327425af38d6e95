import type { PageText, TextLine } from '#renderer/evidence/matching/document/page-text.ts';

/** What a page says of its own place among the pages. */
export interface PrintedNumber {
  /** Its number. */
  readonly at?: number;
  /** How many pages there are. */
  readonly of?: number;
  /** A catchword at its foot: another page follows. */
  readonly continues: boolean;
}

/** Shares of the page's height in which page numbers stand. */
const head = 0.1;
const foot = 0.88;
/** No paper of a personnel file has more pages; larger numbers are something else. */
const mostPages = 40;

const ofPages =
  /(?:hal(?:aman)?|page)\s*[.:]?\s*(?:ke\s*-?\s*)?(\d{1,2})\s*(?:dari|of|\/)\s*(\d{1,2})\b/iu;
const dashed = /^\s*[-–—]\s*(\d{1,2})\s*[-–—]\s*$/u;
const named = /^\s*(?:hal(?:aman)?|page)\s*[.:]?\s*(\d{1,2})\s*$/iu;
/** `…/2`, `..../3`: what follows stands on page 2. */
const slashed = /^[\s.…_-]*\/\s*(\d{1,2})\s*[.…-]*\s*$/u;
/** `KEDUA ....`, `Memperhatikan : …`: the next page's first word, dotted; not "NIP ......" below a signature. */
const dotted =
  /^(?:pertama|ke(?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh)|menimbang|mengingat|memperhatikan|membaca|memutuskan|menetapkan)\b.{0,20}?(?:\.{3,}|…)\s*$/iu;

/** The page's own number, where it prints one. */
export function printedNumberOf(page: PageText): PrintedNumber | undefined {
  const lines = page.passes.flatMap((pass) => pass.lines);
  const edge = lines.filter((line) => line.box[3] < head || line.box[1] > foot);
  const whole = edge.map((line) => pair(ofPages.exec(line.text))).find((found) => found !== null);
  const single = edge
    .map((line) => Number((dashed.exec(line.text) ?? named.exec(line.text))?.[1] ?? 0))
    .find((number) => number > 0 && number <= mostPages);
  const continues = catchesOn(page);
  if (!whole && single === undefined && !continues) return undefined;
  const at = whole?.at ?? single;
  return {
    ...(at === undefined ? {} : { at }),
    ...(whole ? { of: whole.of } : {}),
    continues,
  };
}

function pair(match: RegExpExecArray | null): { at: number; of: number } | null {
  if (!match) return null;
  const [at, of] = [Number(match[1]), Number(match[2])];
  return at >= 1 && at <= of && of <= mostPages ? { at, of } : null;
}

/** Whether the lowest line of the page is the beginning of the next one, set to the right. */
function catchesOn(page: PageText): boolean {
  const lines = page.passes[0]?.lines ?? [];
  const lowest = lines.reduce<TextLine | undefined>(
    (low, line) => (low === undefined || line.box[1] > low.box[1] ? line : low),
    undefined,
  );
  if (!lowest || lowest.box[1] < 0.7 || lowest.box[0] < 0.5) return false;
  return slashed.test(lowest.text) || dotted.test(lowest.text);
}
