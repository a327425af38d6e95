import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'vite';
import { projectRoot } from '#build/project-root.ts';
import { pdfjsAssetsPlugin } from '#build/vite/pdfjs-assets.ts';
import { tesseractAssetsPlugin } from '#build/vite/tesseract-assets.ts';
import { appContentSecurityPolicy } from '#server/plugins/app-host.ts';

/** A page with the evidence reader of the application and nothing else, and documents for it. */
export interface ServedEvidencePage {
  readonly url: string;
  /** Serves these bytes until they are fetched once; gives their address. */
  offer(bytes: Uint8Array): string;
  close(): Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.wasm': 'application/wasm',
};

/** Builds the page as the application is built and serves it under the application's policy (CSP, trusted types). */
export async function serveEvidencePage(): Promise<ServedEvidencePage> {
  const outDir = await mkdtemp(path.join(tmpdir(), 'meja-evidence-page-'));
  await build({
    configFile: false,
    logLevel: 'error',
    root: path.join(projectRoot, 'tests', 'support', 'evidence', 'page'),
    publicDir: false,
    plugins: [pdfjsAssetsPlugin(), tesseractAssetsPlugin()],
    worker: { format: 'es' },
    build: { outDir, emptyOutDir: true, target: 'chrome140', assetsInlineLimit: 0 },
  });
  const offered = new Map<string, Uint8Array>();
  const bytesOf = async (name: string): Promise<Uint8Array> => {
    const bytes = offered.get(name);
    offered.delete(name);
    return bytes ?? readFile(path.join(outDir, path.normalize(name)));
  };
  const server = createServer((request, response) => {
    const name = request.url === '/' ? '/index.html' : (request.url ?? '');
    const answer = async (): Promise<void> => {
      const bytes = await bytesOf(name);
      const type = types[path.extname(name)] ?? 'application/octet-stream';
      response.writeHead(200, {
        'content-type': type,
        'content-security-policy': appContentSecurityPolicy,
      });
      response.end(bytes);
    };
    answer().catch(() => response.writeHead(404).end());
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port.');
  let count = 0;
  return {
    url: `http://127.0.0.1:${address.port}`,
    offer: (bytes) => {
      count += 1;
      offered.set(`/berkas/${count}.pdf`, bytes);
      return `/berkas/${count}.pdf`;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await rm(outDir, { recursive: true, force: true });
    },
  };
}
