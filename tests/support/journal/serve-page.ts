import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'vite';
import { projectRoot } from '#build/project-root.ts';

/** A page with the journal of the browser host, and nothing else. */
export interface ServedPage {
  readonly url: string;
  close(): Promise<void>;
}

const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript' };

const csp = "default-src 'self'; require-trusted-types-for 'script'; trusted-types meja vite";

/** Builds the page as the application is built (worker in a file of its own, trusted types on) and serves it. */
export async function serveJournalPage(): Promise<ServedPage> {
  const outDir = await mkdtemp(path.join(tmpdir(), 'meja-journal-page-'));
  await build({
    configFile: false,
    logLevel: 'error',
    root: path.join(projectRoot, 'tests', 'support', 'journal', 'page'),
    publicDir: false,
    worker: { format: 'es' },
    build: { outDir, emptyOutDir: true, target: 'chrome140', assetsInlineLimit: 0 },
  });
  const server = createServer((request, response) => {
    const name = request.url === '/' ? '/index.html' : (request.url ?? '');
    const answer = async (): Promise<void> => {
      const bytes = await readFile(path.join(outDir, path.normalize(name)));
      const type = types[path.extname(name)] ?? 'application/octet-stream';
      response.writeHead(200, { 'content-type': type, 'content-security-policy': csp });
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
