import { setImmediate } from 'node:timers/promises';
import { matchFields } from '#renderer/evidence/matching/match-fields.ts';
import { isReadable } from '#tests/bench/evidence/fixtures/variants.ts';
import { writeDetails } from '#tests/bench/evidence/measure/details.ts';
import {
  judgedWrong,
  type JudgedWrong,
  withWrong,
  wrongValues,
} from '#tests/bench/evidence/measure/judge-near-misses.ts';
import {
  falseFinds,
  listFinds,
  nearMissTables,
} from '#tests/bench/evidence/measure/near-miss-tables.ts';
import type { Part } from '#tests/bench/evidence/world.ts';

/** Fewer cases than these prove nothing (the readable variants of six documents give some ten thousand). */
const leastCases = 7000;

/** Wrong values, one at a time beside the right ones, against what was read when the right ones were looked for. */
export const nearMisses: Part = {
  name: 'near-misses',
  needsFixtures: true,
  async run(world) {
    const readings = await world.readings();
    const wrongOf = wrongValues(readings);
    const readable = readings.filter(({ file }) => isReadable(file.variant));
    const judged: JudgedWrong[] = [];
    world.progress.begin('matching near misses', readable.length);
    for (const one of readable) {
      if (world.signal.aborted) break;
      const queries = one.queries.map(({ query }) => query);
      for (const wrong of wrongOf.get(one.file.document.id) ?? []) {
        judged.push(judgedWrong(one, wrong, matchFields(withWrong(queries, [wrong]), one.reading)));
      }
      world.progress.step();
      // Lets Ctrl-C in.
      await setImmediate();
    }
    const { found, foundElsewhere, foundTied } = falseFinds(judged);
    const details = await writeDetails('near-misses', [...found, ...foundElsewhere]);
    return {
      lines: [
        ...nearMissTables(judged),
        '',
        `${judged.length} cases; called ditemukan: ${found.length} that stand nowhere else, ${foundElsewhere.length} that are printed elsewhere on the page, of these ${foundTied.length} (of ${judged.filter(({ tied }) => tied).length}) tied to another field by its label (${details}).`,
        ...listFinds(found, 20),
        ...(foundTied.length > 0 ? ['Tied to another field:', ...listFinds(foundTied, 10)] : []),
      ],
      figures: {
        nearMissCases: judged.length,
        nearMissCasesShort: Math.max(0, leastCases - judged.length),
        nearMissesFound: found.length,
        nearMissesElsewhereFound: foundElsewhere.length,
        nearMissesTiedFound: foundTied.length,
      },
      budgets: { nearMissCasesShort: 0, nearMissesFound: 0, nearMissesTiedFound: 0 },
    };
  },
};
