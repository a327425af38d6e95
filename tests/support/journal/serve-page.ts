import { servePage, type ServedPage } from '#tests/support/served-page.ts';

/** Serves a page with the journal of the browser host and nothing else, trusted types on. */
export async function serveJournalPage(): Promise<ServedPage> {
  return servePage({
    folder: ['journal', 'page'],
    contentSecurityPolicy:
      "default-src 'self'; require-trusted-types-for 'script'; trusted-types meja vite",
  });
}
