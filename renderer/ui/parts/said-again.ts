/**
 * The sentence to put into a live region after `before`. A screen reader reads a changed text only: the same sentence
 * said twice differs by a blank that nobody sees.
 */
export function saidAgain(before: string, sentence: string): string {
  return before === sentence ? `${sentence}\u00A0` : sentence;
}
