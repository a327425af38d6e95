import type { PageBox, ReadPage } from '#renderer/evidence/matching/document-reading.ts';
import type { Candidate } from '#renderer/evidence/matching/candidates.ts';
import { isBelied, isSure } from '#renderer/evidence/matching/belied-print.ts';
import { lookOf } from '#renderer/evidence/matching/ocr-confusion.ts';
import { covers } from '#renderer/evidence/matching/place-overlap.ts';
import { plainOf } from '#renderer/evidence/matching/reading-stream.ts';

/**
 * Whether the page shows a place as it was read. A picture that was read is what the page shows; a text layer may lie
 * under something, be switched off, or name its letters otherwise than they look, so that it counts only where the drawn
 * page was read as well and shows the same, line by line.
 */
export function isShown({ page: { page }, witnesses }: Candidate): boolean {
  const layer = witnesses.find(({ pass }) => pass === 'lapisan_teks');
  return !layer || layer.boxes.every((box, at) => isDrawn(layer.lines[at] ?? '', box, page));
}

/**
 * Whether a place that is not shown may hide something else: something is drawn there besides print, or looks surely saw
 * other print. A number that is only read unsurely, in a hand or type that recognition does not know, stays a doubt of
 * its own and says nothing of the page.
 */
export function mayHideOther({ page: { page }, witnesses }: Candidate): boolean {
  const layer = witnesses.find(({ pass }) => pass === 'lapisan_teks');
  if (!layer) return false;
  return layer.boxes.some((box, at) => {
    const text = layer.lines[at] ?? '';
    if (isDrawn(text, box, page)) return false;
    const looks = looksAt(box, page);
    return !looks.every(({ clear }) => clear) || isBelied(plainOf(text).text, looks.filter(isSure));
  });
}

/** Whether the drawn page was read wherever the text layer has this; it may still not show it. */
export function isLookedAt({ page: { page }, witnesses }: Candidate): boolean {
  const layer = witnesses.find(({ pass }) => pass === 'lapisan_teks');
  return layer?.boxes.every((box) => timesDrawn(box, page) > 0) ?? false;
}

/** How often the drawn page was read at a place. */
export function timesDrawn(box: PageBox, page: ReadPage): number {
  return looksAt(box, page).length;
}

/** How far, in heights of a piece, the middle of its line may lie from its own. */
const offLine = 0.3;

/** Looks after which it is plain that recognition cannot read the type, where nothing else is drawn. */
const enough = 3;

function isDrawn(text: string, box: PageBox, page: ReadPage): boolean {
  const plain = plainOf(text).text;
  const wanted = lookOf(plain);
  const looks = looksAt(box, page);
  if (looks.some((look) => says(look.text, wanted))) return true;
  return looks.length >= enough && looks.every(({ clear }) => clear) && !isBelied(plain, looks);
}

/** What one reading of the drawn page saw around a place. */
interface Look {
  readonly text: string;
  /** Of its words, 0 to 100. */
  readonly confidence: number;
  /** Nothing but print is drawn there. */
  readonly clear: boolean;
}

function looksAt(box: PageBox, { readings }: ReadPage): readonly Look[] {
  return readings.flatMap(({ pass, words, pieces = [], clear = [] }): Look[] => {
    if (pass !== 'tergambar') return [];
    const around = pieces.flatMap((piece, at) => (isAround(piece, box) ? [at] : []));
    if (around.length === 0) return [];
    const seen = words.filter((word) => around.some((at) => isIn(word.box, pieces[at]!)));
    const sum = seen.reduce((total, { confidence }) => total + confidence, 0);
    return [
      {
        text: seen.map((word) => word.text).join(' '),
        confidence: sum / Math.max(1, seen.length),
        clear: around.every((at) => clear[at] ?? false),
      },
    ];
  });
}

/** Whether a piece was cut out around a box: one of a larger type reaches over the line below it. */
export function isAround(piece: PageBox, box: PageBox): boolean {
  const apart = Math.abs(piece[1] + piece[3] - box[1] - box[3]) / 2;
  return covers(piece, box) && apart < offLine * (piece[3] - piece[1]);
}

function isIn([left, top, right, bottom]: PageBox, piece: PageBox): boolean {
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  return x >= piece[0] && x <= piece[2] && y >= piece[1] && y <= piece[3];
}

/** A stroke may be a letter or the line of a table. */
function says(drawn: string, wanted: string): boolean {
  return [' ', 'I'].some((stroke) => hasWord(drawn.replaceAll('|', stroke), wanted));
}

/** Whether a text has these letters and figures, beginning and ending where its words do: one figure more is another number. */
function hasWord(drawn: string, wanted: string): boolean {
  const raw = drawn
    // What is set before and behind a number without a blank is no part of it: "Rp1.000", "40JP".
    .replaceAll(/(?<!\p{L})(Rp|IDR)(?=\d)/giu, '$1 ')
    .replaceAll(/(\d)(?=(?:JPL?|jam|tahun|thn?|bulan|bln?)(?!\p{L}))/giu, '$1 ');
  const { text, rawAt } = plainOf(raw);
  const folded = lookOf(text);
  for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + 1)) {
    if (wanted === '') return true;
    const [first, last] = [rawAt[at]!, rawAt[at + wanted.length - 1]!];
    const [before, after] = [raw.charAt(first - 1), raw.charAt(last + 1)];
    // "Rp300" is read in one where a narrow gap stands before the figure.
    const isGlued = isFigure(raw.charAt(first)) ? isFigure(before) : isSign(before);
    if (!isGlued && !isSign(after)) return true;
  }
  return false;
}

function isFigure(sign: string): boolean {
  return /\d/.test(sign);
}

function isSign(sign: string): boolean {
  return /[\p{L}\p{N}]/u.test(sign);
}
