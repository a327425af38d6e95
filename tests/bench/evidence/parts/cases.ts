import path from 'node:path';
import { projectRoot } from '#build/project-root.ts';
import type { DocumentReading } from '#renderer/evidence/matching/document-reading.ts';
import { readCases, type CaseDocument } from '#tests/support/cases/case-file.ts';
import { judgeCase, proposalsOf, type JudgedCase } from '#tests/support/cases/judge-case.ts';
import type { Part, World } from '#tests/bench/evidence/world.ts';

/** Where the cases of the repository lie. */
const usualFolder = path.join(projectRoot, 'tests', 'fixtures', 'cases');

/** Inputs on which a reader may be fooled or accuse: what was said of each, and what of it is wrong. */
export const cases: Part = {
  name: 'cases',
  needsFixtures: false,
  async run(world) {
    const all = await readCases(world.cases ?? usualFolder);
    const lines: string[] = [];
    const judged: JudgedCase[] = [];
    world.progress.begin('reading cases', all.length);
    for (const one of all) {
      if (world.signal.aborted) break;
      const said = judgeCase(one.of, await readingsOf(one, world));
      judged.push(said);
      lines.push(...linesOf(one, said));
      world.progress.step();
    }
    const mistakes = judged.flatMap((one) => one.mistakes);
    const count = (kind: string): number => mistakes.filter((one) => one.kind === kind).length;
    const [falseGreens, falseAccusations] = [count('false green'), count('accusation')];
    return {
      lines,
      figures: {
        cases: judged.length,
        casesFalseGreens: falseGreens,
        casesFalseAccusations: falseAccusations,
        casesOtherMistakes: mistakes.length - falseGreens - falseAccusations,
      },
      budgets: { casesFalseGreens: 0, casesFalseAccusations: 0, casesOtherMistakes: 0 },
    };
  },
};

async function readingsOf({ of, bytes }: CaseDocument, world: World): Promise<DocumentReading[]> {
  const reader = await world.reader();
  const readings: DocumentReading[] = [];
  for (const { queries } of proposalsOf(of)) {
    readings.push((await reader.read(bytes, queries)).reading);
  }
  return readings;
}

function linesOf({ of }: CaseDocument, { said, mistakes }: JudgedCase): readonly string[] {
  const verdict = mistakes.length === 0 ? 'right' : 'WRONG';
  return [
    `${of.case.padEnd(32)} ${verdict}`,
    ...said.map((text) => `    ${text}`),
    ...mistakes.map(({ kind, text }) => `  ✗ ${kind}: ${text}`),
  ];
}
