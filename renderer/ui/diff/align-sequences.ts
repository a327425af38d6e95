/**
 * The places at which two sequences have the same items in the same order, chosen so that what they share weighs most
 * (longest common subsequence). Values are a few words long, so the plain table is enough.
 */
export function alignSequences(
  one: readonly string[],
  other: readonly string[],
  weigh: (item: string) => number,
): readonly (readonly [number, number])[] {
  const weights = tabulate(one, other, weigh);
  const at = (row: number, column: number): number => weights[row]?.[column] ?? 0;
  const kept: [number, number][] = [];
  let row = 0;
  let column = 0;
  while (row < one.length && column < other.length) {
    const item = one[row]!;
    if (item === other[column] && at(row, column) === at(row + 1, column + 1) + weigh(item)) {
      kept.push([row++, column++]);
    } else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
    else column += 1;
  }
  return kept;
}

function tabulate(
  one: readonly string[],
  other: readonly string[],
  weigh: (item: string) => number,
): readonly (readonly number[])[] {
  const weights = Array.from({ length: one.length + 1 }, () =>
    Array<number>(other.length + 1).fill(0),
  );
  for (let row = one.length - 1; row >= 0; row -= 1) {
    for (let column = other.length - 1; column >= 0; column -= 1) {
      const item = one[row]!;
      const skipped = Math.max(weights[row + 1]![column]!, weights[row]![column + 1]!);
      const taken = item === other[column] ? weights[row + 1]![column + 1]! + weigh(item) : 0;
      weights[row]![column] = Math.max(skipped, taken);
    }
  }
  return weights;
}
