import search from 'approx-string-match';
import { editSteps } from '#renderer/evidence/matching/edit-steps.ts';
import { lookOf } from '#renderer/evidence/matching/ocr-confusion.ts';
import { plainOf } from '#renderer/evidence/matching/reading-stream.ts';

/** Mean confidence from which a look is sure of what it saw. */
const sure = 75;
/** Whether a look is sure of what it saw; `confidence` is the mean of its words, 0 to 100. */
export function isSure({ confidence }: { readonly confidence: number }): boolean {
  return confidence >= sure;
}

/** Looks that must see the same other letter, or surely something else altogether. */
const several = 2;
/** Share of a text's letters that may be read otherwise for it still to be recognised. */
const mostOther = 0.4;

/** From so many figures on a text is a number: recognition knows figures in every type, and is seldom sure of numbers. */
const number = 4;

/**
 * Whether looks at print belie what its text layer says, or only could not read it: there are types, and hands, that
 * recognition does not know. Several looks that see the same other letter at the same place belie it, and such that are
 * sure of something else altogether; of a number, looks that are not sure as well. `plain` is what the layer says, letters
 * and figures only.
 */
export function isBelied(
  plain: string,
  looks: readonly { readonly text: string; readonly confidence: number }[],
): boolean {
  const wanted = lookOf(plain);
  const isNumber = plain.replaceAll(/\D/g, '').length >= number;
  const sureLooks = looks.filter((look) => isNumber || isSure(look));
  const read = sureLooks.map(({ text }) => otherLetters(wanted, text));
  if (read.filter((others) => others === null).length >= several) return true;
  const counts = new Map<string, number>();
  for (const other of read.flatMap((others) => others ?? [])) {
    counts.set(other, (counts.get(other) ?? 0) + 1);
  }
  return [...counts.values()].some((count) => count >= several);
}

/** Letters that were read otherwise, each with its place; null where hardly anything of the text was read. */
function otherLetters(wanted: string, drawn: string): readonly string[] | null {
  const text = lookOf(plainOf(drawn.replaceAll('|', 'I')).text);
  const found = search(text, wanted, Math.floor(wanted.length * mostOther));
  const best = found.toSorted((one, other) => one.errors - other.errors)[0];
  if (!best) return null;
  return differences(wanted, text.slice(best.start, best.end));
}

/** The letters in which two texts differ, each with its place. */
function differences(wanted: string, read: string): readonly string[] {
  return editSteps(wanted, read, (at, letter) => wanted.charAt(at) === letter)
    .filter(({ kind }) => kind !== 'same')
    .map(({ kind, at, letter }) => `${kind} ${at} ${letter}`);
}
