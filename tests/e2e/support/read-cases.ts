import { expect, test, type Page } from '@playwright/test';
import type { DocumentReading } from '#renderer/evidence/matching/document-reading.ts';
import type { CaseDocument } from '#tests/support/cases/case-file.ts';
import { judgeCase, proposalsOf } from '#tests/support/cases/judge-case.ts';
import type { Brother } from '#tests/support/cases/brother.ts';
import { readOnPage } from '#tests/support/evidence/read-in-chromium.ts';
import { serveEvidencePage, type ServedEvidencePage } from '#tests/support/evidence/serve-page.ts';

/** The reader as the application has it, for all tests of a file; usable inside tests only. */
export interface CaseReader {
  /** What is said wrongly of a document, and then all that is said; empty when everything is right. */
  mistakesIn(document: CaseDocument): Promise<readonly string[]>;
  /** A test for each of these: nothing is said wrongly. */
  testEach(brothers: readonly Brother[]): void;
}

/** Gives the test file that calls it (at its top level) a page that reads: starting one takes longer than most cases. */
export function useCaseReader(): CaseReader {
  let served: ServedEvidencePage;
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

  const mistakesIn = async ({ of, bytes }: CaseDocument): Promise<readonly string[]> => {
    const readings: DocumentReading[] = [];
    for (const { queries } of proposalsOf(of)) {
      const { reading } = await readOnPage(page, served, { bytes, queries });
      if (!reading) throw new Error('The order was given up.');
      readings.push(reading);
    }
    const { said, mistakes } = judgeCase(of, readings);
    const wrong = mistakes.map(({ kind, text }) => `${kind}: ${text}`);
    return wrong.length > 0 ? [...wrong, '— all that was said:', ...said] : [];
  };

  const testEach = (brothers: readonly Brother[]): void => {
    for (const { name, make } of brothers) {
      test(name, async () => {
        expect(await mistakesIn(await make())).toEqual([]);
      });
    }
  };
  return { mistakesIn, testEach };
}
