import { createHash } from 'node:crypto';
import type { Page } from '@playwright/test';
import type { DocumentReading } from '#renderer/evidence/matching/document-reading.ts';
import type { FieldQuery } from '#renderer/evidence/matching/field-evidence.ts';
import { openBrowser } from '#tests/bench/browser.ts';
import type { ReadAnswerOfPage } from '#tests/support/evidence/page-contract.ts';
import { serveEvidencePage, type ServedEvidencePage } from '#tests/support/evidence/serve-page.ts';

/** A document to be read as the application reads it. Without queries every page is read once and no more. */
export interface DocumentToRead {
  readonly bytes: Uint8Array;
  readonly queries?: readonly FieldQuery[];
  readonly known?: DocumentReading | null;
  /** Pages at most; 20 when not said. */
  readonly pages?: number;
}

/** Reads one document on a page that shows the harness (`serveEvidencePage`). */
export async function readOnPage(
  page: Page,
  served: ServedEvidencePage,
  document: DocumentToRead,
): Promise<ReadAnswerOfPage> {
  const sha256 = createHash('sha256').update(document.bytes).digest('hex');
  const order = {
    sha256,
    queries: document.queries ?? [],
    known: document.known ?? null,
    pages: document.pages ?? 20,
  };
  const url = served.offer(document.bytes);
  return page.evaluate((request) => globalThis.evidence.read(request), { url, order });
}

/** A Chromium with the reader in it, for many documents one after another; the worker and its memory stay between them. */
export interface ChromiumReader {
  readonly page: Page;
  read(document: DocumentToRead): Promise<ReadAnswerOfPage>;
  close(): Promise<void>;
}

/** Builds the harness page, opens it in a Chromium with these switches besides the usual ones. */
export async function openChromiumReader(
  switches: readonly string[] = [],
): Promise<ChromiumReader> {
  const served = await serveEvidencePage();
  const browser = await openBrowser(switches);
  const page = await browser.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') console.warn(message.text());
  });
  await page.goto(served.url);
  await page.waitForFunction(() => 'evidence' in globalThis);
  return {
    page,
    read: (document) => readOnPage(page, served, document),
    close: async () => {
      await browser.close();
      await served.close();
    },
  };
}
