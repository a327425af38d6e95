import type { BenchReport } from '#tests/bench/bench.ts';
import { variantGroups } from '#tests/bench/evidence/fixtures/variants.ts';
import { writeDetails } from '#tests/bench/evidence/measure/details.ts';
import { judgeValues, type JudgedValue } from '#tests/bench/evidence/measure/judge-values.ts';
import { percent, percentText } from '#tests/bench/evidence/measure/share.ts';
import { photoTolerance, placeTolerance } from '#tests/bench/evidence/measure/true-place.ts';
import type { Part } from '#tests/bench/evidence/world.ts';

/** Values that truly stand in the documents: how many are found, and shown in the right place. */
export const values: Part = {
  name: 'values',
  needsFixtures: true,
  async run(world) {
    const judged = (await world.readings()).flatMap(judgeValues);
    const missed = judged.filter(({ status, located }) => status !== 'ditemukan' || !located);
    const details = await writeDetails('values', missed);
    const accused = judged.filter(({ status }) => status === 'berbeda');
    const { figures, budgets } = figuresOf(judged);
    return {
      lines: [
        ...tableOf(judged),
        toleranceText(),
        `${accused.length} of ${judged.length} true values are said to differ.`,
        ...accused.map(
          ({ file, field, value, printed }) => `  ${file} ${field}: "${value}", "${printed ?? ''}"`,
        ),
        `Values that are not found or not located: ${details}`,
      ],
      figures,
      budgets,
    };
  },
};

const isFound = ({ status }: JudgedValue): boolean => status === 'ditemukan';
const isLocated = ({ status, located }: JudgedValue): boolean =>
  status !== 'tidak_ditemukan' && located;

function row(name: string, own: readonly JudgedValue[]): string {
  const share = (is: (one: JudgedValue) => boolean): string =>
    percentText(own.filter(is).length, own.length);
  const first = share((one) => isLocated(one) && one.first);
  return `${name.padEnd(22)}${String(own.length).padStart(6)}  ${share(isFound)}  ${share(isLocated)}  ${first}`;
}

function tableOf(judged: readonly JudgedValue[]): readonly string[] {
  const variants = [...new Set(judged.map(({ variant }) => variant))];
  const kinds = [...new Set(judged.map(({ kind }) => kind))].toSorted();
  const scans = judged.filter(({ variant }) => inGroups(variant, ['clean', 'worn']));
  return [
    `${'values by variant'.padEnd(22)}values     found   located  at once`,
    ...variants.map((variant) => row(variant, ofVariants(judged, [variant]))),
    '',
    `${'by kind, judged scans'.padEnd(22)}values     found   located  at once`,
    ...kinds.map((kind) =>
      row(
        kind,
        scans.filter((one) => one.kind === kind),
      ),
    ),
    '',
  ];
}

function toleranceText(): string {
  return [
    'Located: ditemukan or mirip, and the middle of a marked box lies in the true box of the turned page, give or take',
    `${tolerance(placeTolerance)} (photographs: ${tolerance(photoTolerance)}). "At once": the place shown first, not one of the others.`,
    'A name and its titles are separate values, as an usul has them.',
  ].join(' ');
}

function tolerance({ across, down }: { across: number; down: number }): string {
  return `${percent(across, 1)} % of the width, ${percent(down, 1)} % of the height`;
}

type Group = keyof typeof variantGroups;

function figuresOf(judged: readonly JudgedValue[]): Pick<BenchReport, 'figures' | 'budgets'> {
  const not = (groups: readonly Group[], is: (one: JudgedValue) => boolean): number => {
    const own = judged.filter(({ variant }) => inGroups(variant, groups));
    return percent(own.filter((one) => !is(one)).length, own.length);
  };
  const worst = (group: Group): number =>
    Math.max(
      ...variantGroups[group].map((variant) => {
        const own = ofVariants(judged, [variant]);
        return percent(own.filter((one) => !isFound(one)).length, own.length);
      }),
    );
  return {
    figures: {
      digitalNotFoundPercent: not(['digital'], isFound),
      cleanNotFoundPercent: not(['clean'], isFound),
      wornNotFoundPercent: not(['worn'], isFound),
      notLocatedPercent: not(['digital', 'clean', 'worn'], isLocated),
      cleanWorstVariantNotFoundPercent: worst('clean'),
      wornWorstVariantNotFoundPercent: worst('worn'),
      trueValuesSaidToDiffer: judged.filter(({ status }) => status === 'berbeda').length,
    },
    budgets: {
      digitalNotFoundPercent: 0,
      cleanNotFoundPercent: 3,
      wornNotFoundPercent: 7,
      notLocatedPercent: 0.5,
      trueValuesSaidToDiffer: 0,
    },
  };
}

function ofVariants(judged: readonly JudgedValue[], variants: readonly string[]): JudgedValue[] {
  return judged.filter(({ variant }) => variants.includes(variant));
}

function inGroups(variant: string, groups: readonly Group[]): boolean {
  return groups.some((group) => (variantGroups[group] as readonly string[]).includes(variant));
}
