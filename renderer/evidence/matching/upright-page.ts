import type { PageBox, ReadPage, ReadWord } from '#renderer/evidence/matching/document-reading.ts';
import { isWhole } from '#renderer/evidence/matching/document-reading.ts';

/** Degrees clockwise. */
export type Turn = 0 | 90 | 180 | 270;

/** Degrees clockwise by which a page must be turned so that its lines run to the right, by the words read on it. */
export function turnOf(words: readonly ReadWord[], page: Pick<ReadPage, 'width' | 'height'>): Turn {
  let [right, down] = [0, 0];
  for (const [at, { box, line }] of words.entries()) {
    const next = words[at + 1];
    if (!next || next.line !== line) continue;
    right += (next.box[0] + next.box[2] - box[0] - box[2]) * page.width;
    down += (next.box[1] + next.box[3] - box[1] - box[3]) * page.height;
  }
  if (Math.abs(right) >= Math.abs(down)) return right < 0 ? 180 : 0;
  return down < 0 ? 90 : 270;
}

/** A page turned so that its lines run to the right, and the way back. */
export interface UprightPage {
  readonly page: ReadPage;
  /** A box of it on the page as it is shown. */
  readonly shown: (box: PageBox) => PageBox;
}

/**
 * A page as a person would turn it to read it. Where something stands on it says whose it is ("below on the right: the
 * official's"), and that holds only for a page that stands upright; files are scanned and shown lying as well.
 */
export function uprightPage(page: ReadPage): UprightPage {
  const first = page.readings.find(isWhole);
  const turn = first ? turnOf(first.words, page) : 0;
  if (turn === 0) return { page, shown: (box) => box };
  const turned = (box: PageBox): PageBox => turnBox(box, turn);
  const lies = turn !== 180;
  return {
    page: {
      ...page,
      width: lies ? page.height : page.width,
      height: lies ? page.width : page.height,
      readings: page.readings.map((reading) => ({
        ...reading,
        words: reading.words.map((word) => ({ ...word, box: turned(word.box) })),
        ...(reading.pieces ? { pieces: reading.pieces.map(turned) } : {}),
      })),
    },
    shown: (box) => turnBox(box, back[turn]),
  };
}

const back = { 90: 270, 180: 180, 270: 90 } as const;

/** A box of a page on that page turned clockwise. */
function turnBox([left, top, right, bottom]: PageBox, turn: 90 | 180 | 270): PageBox {
  switch (turn) {
    case 90:
      return [1 - bottom, left, 1 - top, right];
    case 180:
      return [1 - right, 1 - bottom, 1 - left, 1 - top];
    case 270:
      return [top, 1 - right, bottom, 1 - left];
  }
}
