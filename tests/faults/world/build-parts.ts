import path from 'node:path';
import { build } from 'vite';
import { projectRoot } from '#build/project-root.ts';
import packageJson from '../../../package.json' with { type: 'json' };

/** Where the parts of a run are built; inside the project, so that the server finds its libraries. */
const folder = path.join(projectRoot, 'dist', 'faults');
/** The page with the driver, built. */
export const clientFolder = path.join(folder, 'client');
/** The server's command line as one file, and one beside it: a start costs half of what it does from its sources. */
export const serverProgram = path.join(folder, 'server', 'main.mjs');

/** Builds the page and the server's command line from the sources as they are now. */
export async function buildParts(): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'warn',
    root: path.join(projectRoot, 'tests', 'faults', 'client'),
    publicDir: false,
    define: { 'import.meta.env.VITE_APP_VERSION': JSON.stringify(packageJson.version) },
    worker: { format: 'es' },
    build: {
      outDir: clientFolder,
      emptyOutDir: true,
      target: 'chrome140',
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 2000,
      modulePreload: { polyfill: false },
    },
  });
  await build({
    configFile: false,
    logLevel: 'warn',
    root: projectRoot,
    publicDir: false,
    build: {
      ssr: true,
      outDir: path.dirname(serverProgram),
      emptyOutDir: true,
      target: 'node20',
      rolldownOptions: {
        input: ['server/app/main.ts', 'server/documents/page-count-process.ts'],
        output: { entryFileNames: '[name].mjs' },
      },
    },
  });
}
