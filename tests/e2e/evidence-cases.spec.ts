import path from 'node:path';
import { expect, test } from '@playwright/test';
import { projectRoot } from '#build/project-root.ts';
import { useCaseReader } from '#tests/e2e/support/read-cases.ts';
import { readCases } from '#tests/support/cases/case-file.ts';
import { printedBrothers } from '#tests/support/cases/printed-brothers.ts';

const cases = await readCases(path.join(projectRoot, 'tests', 'fixtures', 'cases'));
const reader = useCaseReader();

test.describe('a case that went wrong', () => {
  for (const one of cases) {
    test(one.of.case, async () => {
      expect(await reader.mistakesIn(one)).toEqual([]);
    });
  }
});

// Those that the recogniser has to read are in `npm run test:long`.
test.describe('a text layer and the page', () => reader.testEach(printedBrothers));
