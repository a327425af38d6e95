import { pdfjsAssetsPlugin } from '#build/vite/pdfjs-assets.ts';
import { tesseractAssetsPlugin } from '#build/vite/tesseract-assets.ts';
import { appContentSecurityPolicy } from '#server/http/app-host.ts';
import { servePage, type ServedPage } from '#tests/support/served-page.ts';

/** A page with the evidence reader of the application and nothing else, and documents for it. */
export interface ServedEvidencePage extends ServedPage {
  /** Serves these bytes until they are fetched once; gives their address. */
  offer(bytes: Uint8Array): string;
}

/** Serves the page under the application's policy (CSP, trusted types). */
export async function serveEvidencePage(): Promise<ServedEvidencePage> {
  const offered = new Map<string, Uint8Array>();
  const page = await servePage({
    folder: ['evidence', 'page'],
    contentSecurityPolicy: appContentSecurityPolicy,
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
