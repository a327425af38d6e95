import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { build, type Plugin, type ResolvedConfig } from 'vite';
import packageJson from '../../package.json' with { type: 'json' };

const entry = fileURLToPath(
  new URL('../../renderer/platform/browser/service-worker.ts', import.meta.url),
);

/**
 * Builds `/sw.js`: the service worker with the list of everything in this build, so that the browser host starts
 * without network. Its text changes whenever a file does, and that is what makes the browser update it. Also tells the
 * bundle its version (`VITE_APP_VERSION`).
 *
 * `outside` names what is copied beside the bundle without passing through it (pdf.js's wasm, cmaps, fonts), as paths
 * from the root of the site.
 */
export function serviceWorkerPlugin(outside: () => readonly string[] = () => []): Plugin {
  let config: ResolvedConfig;
  return {
    name: 'meja-service-worker',
    config: () => ({
      define: { 'import.meta.env.VITE_APP_VERSION': JSON.stringify(packageJson.version) },
    }),
    configResolved: (resolved) => {
      config = resolved;
    },
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        if (config.command !== 'build' || config.isWorker) return;
        const hash = createHash('sha256').update(packageJson.version);
        const files = new Set(['/']);
        for (const [name, file] of Object.entries(bundle).toSorted(([a], [b]) =>
          a < b ? -1 : 1,
        )) {
          hash.update(name).update(file.type === 'chunk' ? file.code : file.source);
          if (name !== 'index.html' && !name.endsWith('.map')) files.add(`/${name}`);
        }
        for (const name of outside()) files.add(name);
        const list = [...files];
        for (const name of list) hash.update(name);
        const revision = hash.digest('hex').slice(0, 16);
        const source = await buildServiceWorker({ revision, files: list });
        this.emitFile({ type: 'asset', fileName: 'sw.js', source });
      },
    },
  };
}

async function buildServiceWorker(shell: {
  readonly revision: string;
  readonly files: readonly string[];
}): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: 'error',
    define: { mejaShell: JSON.stringify(shell) },
    publicDir: false,
    build: {
      write: false,
      target: 'es2022',
      lib: { entry, formats: ['iife'], name: 'mejaServiceWorker', fileName: () => 'sw.js' },
    },
  });
  for (const result of Array.isArray(output) ? output : [output]) {
    if (!('output' in result)) continue;
    const [chunk] = result.output;
    return chunk.code;
  }
  throw new Error('The service worker was not built.');
}
