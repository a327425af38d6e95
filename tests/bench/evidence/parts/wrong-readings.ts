import { readFile } from 'node:fs/promises';
import { makeRandom } from '#build/demo/random.ts';
import { matchFields } from '#renderer/evidence/matching/match-fields.ts';
import { isReadable } from '#tests/bench/evidence/fixtures/variants.ts';
import {
  judgedWrong,
  type JudgedWrong,
  type WrongValue,
  withWrong,
  wrongValues,
} from '#tests/bench/evidence/measure/judge-near-misses.ts';
import {
  falseFinds,
  listFinds,
  nearMissTables,
} from '#tests/bench/evidence/measure/near-miss-tables.ts';
import type { FixtureReading } from '#tests/bench/evidence/read-all.ts';
import type { Part } from '#tests/bench/evidence/world.ts';

/**
 * Wrong values read for: further passes and enlarged pieces are made for what is looked for, so the page is read anew with
 * every other field wrong.
 */
export const wrongReadings: Part = {
  name: 'wrong-readings',
  needsFixtures: true,
  async run(world) {
    const readings = await world.readings();
    const wrongOf = wrongValues(readings);
    const scans = readings.filter(
      ({ file }) => isReadable(file.variant) && file.variant !== 'digital',
    );
    const sample = world.small ? scans.slice(0, 4) : scans;
    const reader = await world.reader();
    const judged: JudgedWrong[] = [];
    world.progress.begin('reading for near misses', sample.length);
    for (const one of sample) {
      if (world.signal.aborted) break;
      const chosen = chooseWrong(one, wrongOf.get(one.file.document.id) ?? []);
      const queries = withWrong(
        one.queries.map(({ query }) => query),
        chosen,
      );
      const { reading } = await reader.read(await readFile(one.file.path), queries);
      const answers = matchFields(queries, reading);
      judged.push(...chosen.map((wrong) => judgedWrong(one, wrong, answers)));
      world.progress.step();
    }
    const { found, foundElsewhere, foundTied } = falseFinds(judged);
    return {
      lines: [
        `Near misses that were read for (${judged.length} on ${new Set(judged.map(({ file }) => file)).size} of ${scans.length} scans, half of the fields wrong at a time):`,
        ...nearMissTables(judged),
        ...listFinds([...found, ...foundTied], 20),
      ],
      figures: {
        readNearMissCases: judged.length,
        readNearMissesFound: found.length,
        readNearMissesElsewhereFound: foundElsewhere.length,
        readNearMissesTiedFound: foundTied.length,
      },
      budgets: { readNearMissesFound: 0, readNearMissesTiedFound: 0 },
    };
  },
};

/** One wrong value for half of the fields of a file, drawn by its name. */
function chooseWrong(
  { file, queries }: FixtureReading,
  wrong: readonly WrongValue[],
): readonly WrongValue[] {
  const random = makeRandom('wrong readings', file.name);
  const fields = random.shuffle(queries).slice(0, Math.ceil(queries.length / 2));
  return fields.flatMap(({ query }) => {
    const own = wrong.filter(({ field }) => field === query.field);
    return own.length === 0 ? [] : [random.pick(own)];
  });
}
