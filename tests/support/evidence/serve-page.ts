import type { Plugin } from 'vite';
import { pdfjsAssetsPlugin } from '#build/vite/pdfjs-assets.ts';
import { tesseractAssetsPlugin } from '#build/vite/tesseract-assets.ts';
import { appContentSecurityPolicy } from '#server/http/app-host.ts';
import { servePage, type ServedPage } from '#tests/support/served-page.ts';

/** A page with the evidence reader of the application and nothing else, and documents for it. */
export interface ServedEvidencePage extends ServedPage {
  /** Serves these bytes until they are fetched once; gives their address. */
  offer(bytes: Uint8Array): string;
}

/** A page that never says what it consists of is given up after a third of the usual time: until then it takes two cores. */
const impatience: Plugin = {
  name: 'impatience',
  enforce: 'pre',
  transform(code, id) {
    if (!id.endsWith('/reading-limits.ts')) return null;
    const shorter = code.replace('contentMs: 6_000', 'contentMs: 2_000');
    if (shorter === code) throw new Error('The limit that is to be shortened is another one now.');
    return shorter;
  },
};

/**
 * Serves the page under the application's policy (CSP, trusted types). `impatient`: endless pages are given up sooner, for
 * tests that meet several.
 */
export async function serveEvidencePage({
  impatient = false,
}: { readonly impatient?: boolean } = {}): Promise<ServedEvidencePage> {
  const offered = new Map<string, Uint8Array>();
  const page = await servePage({
    folder: ['evidence', 'page'],
    contentSecurityPolicy: appContentSecurityPolicy,
    workerPlugins: impatient ? [impatience] : [],
    plugins: [pdfjsAssetsPlugin(), tesseractAssetsPlugin()],
    special: (name) => {
      const bytes = offered.get(name);
      offered.delete(name);
      return bytes;
    },
  });
  let count = 0;
  return {
    ...page,
    offer: (bytes) => {
      count += 1;
      offered.set(`/berkas/${count}.pdf`, bytes);
      return `/berkas/${count}.pdf`;
    },
  };
}
