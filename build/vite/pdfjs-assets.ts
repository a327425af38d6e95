import { createReadStream } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const packageFolder = fileURLToPath(new URL('../../node_modules/pdfjs-dist/', import.meta.url));

/** Where the bundle keeps them; `renderer/pdf/pdf-assets-url.ts` asks there. */
const assetFolder = 'pdfjs';

const folders = ['wasm', 'cmaps', 'standard_fonts', 'iccs'];

/** PDF scripting is off: its interpreter is not shipped. */
const leftOut = /quickjs/i;

/**
 * Ships what pdf.js loads at run time: image decoders (JPEG2000, JBIG2), character maps, fonts and colour profiles, as
 * files of the bundle under `pdfjs/`; the development server answers with the same.
 */
export function pdfjsAssetsPlugin(): Plugin {
  return {
    name: 'meja-pdfjs-assets',
    async generateBundle() {
      for (const name of await listAssets()) {
        const source = await readFile(join(packageFolder, name));
        this.emitFile({ type: 'asset', fileName: `${assetFolder}/${name}`, source });
      }
    },
    configureServer(server) {
      server.middlewares.use(`/${assetFolder}/`, (request, response, next) => {
        const name = (request.url ?? '').replace(/^\/|\?.*$/g, '');
        if (!/^[a-z_]+\/[\w.-]+$/i.test(name)) return next();
        if (name.endsWith('.wasm')) response.setHeader('content-type', 'application/wasm');
        createReadStream(join(packageFolder, name)).on('error', next).pipe(response);
      });
    },
  };
}

async function listAssets(): Promise<readonly string[]> {
  const lists = await Promise.all(
    folders.map(async (folder) =>
      (await readdir(join(packageFolder, folder))).map((name) => `${folder}/${name}`),
    ),
  );
  return lists.flat().filter((name) => !leftOut.test(name));
}
