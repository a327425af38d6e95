/** What nobody sees, whatever letters it is made of: gaps, control signs, and what shows nothing by its nature (Unicode DI, U+2800). */
const unseen = /[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/gu;

/** Whether a text says something to whoever reads it. */
export function saysSomething(text: string): boolean {
  return text.replaceAll(unseen, '') !== '';
}

// oxlint-disable-next-line no-control-regex -- what is looked for here are control signs
const misleading = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

/**
 * Whether a text reads as what it is where it stands in a line with others: it says something, has one line, and turns the
 * direction of nothing beside it.
 */
export function isPlainLine(text: string): boolean {
  return saysSomething(text) && !misleading.test(text);
}
