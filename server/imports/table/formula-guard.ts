// oxlint-disable no-control-regex -- what is looked for here are control signs
/** With these a spreadsheet takes the text of a CSV file for a formula, or does something with it (OWASP, CSV injection). */
const obeyed = /^[=+\-@\t\r\n|%]/;

/** A text as it may stand in a CSV file: a spreadsheet shows it and does nothing with it. */
export function withGuard(text: string): string {
  const isObeyed = obeyed.test(text.trimStart()) || obeyed.test(text);
  return isObeyed || withoutGuard(text) !== text ? `'${text}` : text;
}

/** A cell without the mark that `withGuard`, or a person who wanted text, put before it. */
export function withoutGuard(text: string): string {
  return /^'(?:'|\s*[=+\-@|%]|[\t\r\n]|\d)/.test(text) ? text.slice(1) : text;
}

/** A text without what no spreadsheet can hold: control signs but tab and line ends, and halves of signs. */
export function writable(text: string): string {
  return text.replaceAll(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu, '\ufffd');
}
