import { fileURLToPath } from 'node:url';
import { defineConfig, type EnvironmentOptions } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** One file for one entry: a sandboxed preload cannot load a second one, and the main process gains nothing from it. */
function oneFile(entry: string, fileName: string, format: 'es' | 'cjs'): EnvironmentOptions {
  return {
    consumer: 'server',
    resolve: { noExternal: true },
    build: {
      ssr: true,
      outDir: 'dist/electron',
      emptyOutDir: false,
      copyPublicDir: false,
      target: 'node24',
      // The preload is parsed for every page; the main script stays readable for crash reports.
      minify: format === 'cjs',
      rolldownOptions: {
        input: { [fileName]: entry },
        // Provided by the runtime; everything else is bundled, so that no node_modules is shipped.
        external: ['electron', /^node:/u],
        output: {
          format,
          codeSplitting: false,
          entryFileNames: `[name].${format === 'es' ? 'js' : 'cjs'}`,
        },
      },
    },
  };
}

export default defineConfig({
  root,
  publicDir: false,
  environments: {
    main: oneFile('electron/main/index.ts', 'main', 'es'),
    preload: oneFile('electron/preload/preload.ts', 'preload', 'cjs'),
  },
  builder: {
    async buildApp(builder) {
      for (const name of ['main', 'preload']) {
        const environment = builder.environments[name];
        if (environment !== undefined) await builder.build(environment);
      }
    },
  },
});
