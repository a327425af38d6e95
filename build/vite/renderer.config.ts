import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { pdfjsAssetsPlugin } from '#build/vite/pdfjs-assets.ts';
import { serviceWorkerPlugin } from '#build/vite/service-worker-plugin.ts';
import { tesseractAssetsPlugin } from '#build/vite/tesseract-assets.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));

export default defineConfig({
  root: `${project}renderer`,
  publicDir: false,
  plugins: [react(), pdfjsAssetsPlugin(), tesseractAssetsPlugin(), serviceWorkerPlugin()],
  worker: { format: 'es' },
  build: {
    outDir: `${project}dist/renderer`,
    emptyOutDir: true,
    target: 'chrome140',
    // Nothing as `data:` scripts or styles: the CSP allows such addresses for pictures only.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2000,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // A chunk runs before whatever imports it: beside zod, its setting is made before any chunk declares a schema.
        codeSplitting: {
          groups: [
            { name: 'zod', test: /[\\/](node_modules[\\/]zod[\\/]|zod-without-eval[.]ts$)/ },
          ],
        },
      },
    },
  },
});
