import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build, type PluginOption } from 'vite';
import { projectRoot } from '#build/project-root.ts';

/** A small page of a test, served by itself. */
export interface ServedPage {
  readonly url: string;
  close(): Promise<void>;
}

/** What is served, and how. */
export interface PageSource {
  /** Folder under `tests/support`. */
  readonly folder: readonly string[];
  readonly contentSecurityPolicy: string;
  readonly plugins?: PluginOption[];
  /** What stands at an address instead of a built file. */
  readonly special?: (name: string) => Uint8Array | undefined;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.wasm': 'application/wasm',
};

/** Builds a page as the application is built (workers in files of their own) and serves it under a policy. */
export async function servePage(source: PageSource): Promise<ServedPage> {
  const outDir = await mkdtemp(path.join(tmpdir(), 'meja-page-'));
  await build({
    configFile: false,
    logLevel: 'error',
    root: path.join(projectRoot, 'tests', 'support', ...source.folder),
    publicDir: false,
    plugins: source.plugins ?? [],
    worker: { format: 'es' },
    build: { outDir, emptyOutDir: true, target: 'chrome140', assetsInlineLimit: 0 },
  });
  const server = createServer((request, response) => {
    const name = request.url === '/' ? '/index.html' : (request.url ?? '');
    const answer = async (): Promise<void> => {
      const bytes =
        source.special?.(name) ?? (await readFile(path.join(outDir, path.normalize(name))));
      response.writeHead(200, {
        'content-type': types[path.extname(name)] ?? 'application/octet-stream',
        'content-security-policy': source.contentSecurityPolicy,
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
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await rm(outDir, { recursive: true, force: true });
    },
  };
}
