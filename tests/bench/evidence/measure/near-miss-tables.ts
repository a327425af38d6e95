import type { JudgedWrong } from '#tests/bench/evidence/measure/judge-near-misses.ts';
import {
  countStatuses,
  statusHeading,
  statusText,
} from '#tests/bench/evidence/measure/statuses.ts';
import { nearMissKinds } from '#tests/bench/evidence/near-misses/near-miss.ts';

const heading = (name: string): string =>
  `${name.padEnd(24)}${statusHeading}   |${statusHeading}   (right of the line: printed elsewhere)`;

function row(name: string, own: readonly JudgedWrong[]): string {
  const column = (elsewhere: boolean): string =>
    statusText(
      countStatuses(own.filter((one) => one.elsewhere === elsewhere).map((one) => one.status)),
    );
  return `${name.padEnd(24)}${column(false)}   |${column(true)}`;
}

/** What became of wrong values, by variant and by the way in which they are wrong: those printed elsewhere apart. */
export function nearMissTables(judged: readonly JudgedWrong[]): readonly string[] {
  const variants = [...new Set(judged.map(({ variant }) => variant))];
  const kinds = [...new Set(judged.map(({ of }) => of))].toSorted();
  return [
    heading('wrong values by variant'),
    ...variants.map((variant) =>
      row(
        variant,
        judged.filter((one) => one.variant === variant),
      ),
    ),
    row('all', judged),
    '',
    heading('by kind of value'),
    ...kinds.map((kind) =>
      row(
        kind,
        judged.filter((one) => one.of === kind),
      ),
    ),
    '',
    heading('by kind of mistake'),
    ...nearMissKinds.map((kind) =>
      row(
        kind,
        judged.filter((one) => one.kind === kind),
      ),
    ),
  ];
}

/** Wrong values that were called found: not printed anywhere else; and printed elsewhere as something else's value;
 * of these, those that papers tie to another field by its label (TMT for tanggal SK). */
export function falseFinds(judged: readonly JudgedWrong[]): {
  readonly found: readonly JudgedWrong[];
  readonly foundElsewhere: readonly JudgedWrong[];
  readonly foundTied: readonly JudgedWrong[];
} {
  const found = judged.filter(({ status }) => status === 'ditemukan');
  return {
    found: found.filter(({ elsewhere }) => !elsewhere),
    foundElsewhere: found.filter(({ elsewhere }) => elsewhere),
    foundTied: found.filter(({ tied }) => tied),
  };
}

/** Up to so many of them, each with what was read. */
export function listFinds(found: readonly JudgedWrong[], most: number): readonly string[] {
  const lines = found
    .slice(0, most)
    .map(
      ({ file, field, kind, value, right, printed }) =>
        `  ${file} ${field}: ${kind}, "${value}" for "${right}", read "${printed ?? ''}"`,
    );
  return found.length > most ? [...lines, `  … and ${found.length - most} more`] : lines;
}
