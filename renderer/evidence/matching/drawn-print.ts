import type { PageBox, ReadPage } from '#renderer/evidence/matching/document-reading.ts';
import type { Candidate } from '#renderer/evidence/matching/candidates.ts';
import { foldConfused } from '#renderer/evidence/matching/ocr-confusion.ts';
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

/** How often the drawn page was read at a place. */
export function timesDrawn(box: PageBox, page: ReadPage): number {
  return drawnTexts(box, page).length;
}

function isDrawn(text: string, box: PageBox, page: ReadPage): boolean {
  const wanted = foldConfused(plainOf(text).text);
  return drawnTexts(box, page).some((drawn) => says(drawn, wanted));
}

/** What each reading of the drawn page saw around a place. */
function drawnTexts(box: PageBox, { readings }: ReadPage): readonly string[] {
  return readings.flatMap(({ pass, words, pieces = [] }) => {
    if (pass !== 'tergambar') return [];
    const around = pieces.filter((piece) => covers(piece, box));
    const seen = words.filter((word) => around.some((piece) => isIn(word.box, piece)));
    return around.length > 0 ? [seen.map((word) => word.text).join(' ')] : [];
  });
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
  const folded = foldConfused(text);
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
