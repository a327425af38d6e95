/** What a printed number means: `sure` where it can be nothing else; `possible` where its mark may group or divide. */
export interface NumberMeanings {
  readonly sure: number | null;
  readonly possible: readonly number[];
}

const none: NumberMeanings = { sure: null, possible: [] };

/**
 * What digits with marks between them mean. Indonesian papers group thousands with points and divide with a comma; those
 * printed by English programs do it the other way round. Two different marks, or one that stands twice, tell which is which;
 * one alone does by what is usual here, unless three digits behind a point may be thousandths as well as thousands.
 */
export function meaningsOf(printed: string): NumberMeanings {
  if (/^\d+$/.test(printed)) return certainly(printed);
  const marks = printed.replaceAll(/\d/g, '');
  const [head = '', ...groups] = printed.split(/\D/);
  const last = groups.at(-1) ?? '';
  const kinds = new Set(marks);
  if (/[\u00a0\u202f']/.test(marks)) return withBlanks(printed);
  if (kinds.size === 2) {
    // The last mark divides, the others group.
    const whole = groups.slice(0, -1);
    const divides = marks.lastIndexOf(marks.at(-1)!) === marks.indexOf(marks.at(-1)!);
    if (!divides || !areThousands(head, whole)) return none;
    return certainly(`${head}${whole.join('')}.${last}`);
  }
  if (groups.length > 1) {
    if (areThousands(head, groups)) return certainly(head + groups.join(''));
    // "2.688.050.00": one mark for both.
    const whole = groups.slice(0, -1);
    const divided = last.length === 2 && areThousands(head, whole);
    return divided ? { sure: null, possible: [Number(`${head}${whole.join('')}.${last}`)] } : none;
  }
  const grouped = areThousands(head, groups) && !head.startsWith('0');
  const [thousands, fraction] = [Number(head + last), Number(`${head}.${last}`)];
  if (!grouped) return { sure: fraction, possible: [fraction] };
  return marks === '.'
    ? { sure: thousands, possible: [thousands, fraction] }
    : { sure: fraction, possible: [fraction, thousands] };
}

function certainly(plain: string): NumberMeanings {
  const value = Number(plain);
  return { sure: value, possible: [value] };
}

function areThousands(head: string, groups: readonly string[]): boolean {
  return /^\d{1,3}$/.test(head) && groups.every((group) => group.length === 3);
}

/** Blanks or apostrophes that group: "2 688 050,00". */
function withBlanks(printed: string): NumberMeanings {
  const [whole = '', fraction, ...more] = printed.split(/[.,]/);
  const [head = '', ...groups] = whole.split(/[\u00a0\u202f']/);
  if (more.length > 0 || !areThousands(head, groups)) return none;
  return certainly(`${head}${groups.join('')}.${fraction ?? '0'}`);
}
