import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { projectRoot } from '#build/project-root.ts';
import type { DocumentReading } from '#renderer/evidence/matching/document-reading.ts';
import { readCases, type CaseDocument } from '#tests/support/cases/case-file.ts';
import { judgeCase, proposalsOf } from '#tests/support/cases/judge-case.ts';
import type { Brother } from '#tests/support/cases/brother.ts';
import { printedBrothers } from '#tests/support/cases/printed-brothers.ts';
import { scannedBrothers } from '#tests/support/cases/scanned-brothers.ts';
import { readOnPage } from '#tests/support/evidence/read-in-chromium.ts';
import { serveEvidencePage, type ServedEvidencePage } from '#tests/support/evidence/serve-page.ts';

const cases = await readCases(path.join(projectRoot, 'tests', 'fixtures', 'cases'));

let served: ServedEvidencePage;
// One for all: starting the recogniser takes longer than most of them.
let page: Page;

test.beforeAll(async ({ browser }) => {
  served = await serveEvidencePage();
  page = await browser.newPage();
  await page.goto(served.url);
  await page.waitForFunction(() => 'evidence' in globalThis);
});

test.afterAll(async () => {
  await page.close();
  await served.close();
});

async function mistakesIn({ of, bytes }: CaseDocument): Promise<readonly string[]> {
  const readings: DocumentReading[] = [];
  for (const { queries } of proposalsOf(of)) {
    const { reading } = await readOnPage(page, served, { bytes, queries });
    if (!reading) throw new Error('The order was given up.');
    readings.push(reading);
  }
  const { said, mistakes } = judgeCase(of, readings);
  const wrong = mistakes.map(({ kind, text }) => `${kind}: ${text}`);
  return wrong.length > 0 ? [...wrong, '— all that was said:', ...said] : [];
}

function tested(brothers: readonly Brother[]): void {
  for (const { name, make } of brothers) {
    test(name, async () => {
      expect(await mistakesIn(await make())).toEqual([]);
    });
  }
}

test.describe('a case that went wrong', () => {
  for (const one of cases) {
    test(one.of.case, async () => {
      expect(await mistakesIn(one)).toEqual([]);
    });
  }
});

test.describe('a text layer and the page', () => tested(printedBrothers));

test.describe('a scan and the page', () => tested(scannedBrothers));
