import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { build, type Plugin } from 'vite';
import { projectRoot } from '#build/project-root.ts';

/** Where the bundle keeps them; `renderer/evidence/reading/recognition/tesseract-url.ts` asks there. */
const assetFolder = 'tesseract';

const bootScript = path.join(
  projectRoot,
  'renderer',
  'evidence',
  'reading',
  'recognition',
  'boot.ts',
);

const packages = path.join(projectRoot, 'node_modules');

/** Cores for processors with and without vector instructions; each loads its `.wasm` from beside itself. */
const cores = ['relaxedsimd-lstm', 'simd-lstm', 'lstm'];

/** Files of the bundle, by name, and where the packages have them. */
const files: ReadonlyMap<string, string> = new Map([
  ['worker.min.js', 'tesseract.js/dist/worker.min.js'],
  ...cores.flatMap((core) =>
    ['js', 'wasm'].map((ending): [string, string] => {
      const name = `tesseract-core-${core}.${ending}`;
      return [name, `tesseract.js-core/${name}`];
    }),
  ),
  ['ind.traineddata.gz', '@tesseract.js-data/ind/4.0.0_best_int/ind.traineddata.gz'],
]);

/**
 * Ships what the evidence worker recognises text with, under `tesseract/`: the worker script, the cores and the
 * Indonesian model, so that nothing is asked of another origin; the development server answers with the same.
 */
export function tesseractAssetsPlugin(): Plugin {
  return {
    name: 'meja-tesseract-assets',
    async generateBundle() {
      for (const [name, source] of await allFiles()) {
        this.emitFile({ type: 'asset', fileName: `${assetFolder}/${name}`, source });
      }
    },
    configureServer(server) {
      server.middlewares.use(`/${assetFolder}/`, (request, response, next) => {
        const name = (request.url ?? '').replace(/^\/|\?.*$/gu, '');
        const send = async (): Promise<void> => {
          const source = (await allFiles()).get(name);
          if (source === undefined) return next();
          const type = name.endsWith('.wasm') ? 'application/wasm' : 'text/javascript';
          response.setHeader('content-type', type);
          response.end(source);
        };
        void send().then(undefined, next);
      });
    },
  };
}

async function allFiles(): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const read = await Promise.all(
    [...files].map(async ([name, place]): Promise<[string, Uint8Array]> => {
      return [name, await readFile(path.join(packages, place))];
    }),
  );
  return new Map<string, string | Uint8Array>([...read, ['boot.js', await buildBoot()]]);
}

// A classic script: Tesseract's own worker loads its core with `importScripts`, which modules do not have.
async function buildBoot(): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: bootScript, formats: ['iife'], name: 'mejaBoot', fileName: () => 'boot.js' },
    },
  });
  for (const result of Array.isArray(output) ? output : [output]) {
    if ('output' in result) return result.output[0].code;
  }
  throw new Error("Tesseract's boot script was not built.");
}
