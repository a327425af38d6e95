// The script of Tesseract's own worker, a classic one: the build puts it beside the files that it loads. It chooses the
// core that this processor can run and loads it under our trusted-types policy, so that Tesseract's script, which would
// load it by a plain address, finds it there.
import { trustedScriptUrl } from '#renderer/platform/trusted-scripts.ts';

// The renderer is typed for windows; this is the part of a classic worker that is used here.
declare function importScripts(url: string): void;

/** Smallest modules that only a processor (and browser) with these instructions accepts. */
const probes = {
  relaxedsimd: [
    0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 15, 1, 13, 0, 65, 1, 253,
    15, 65, 2, 253, 15, 253, 128, 2, 11,
  ],
  simd: [
    0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253,
    15, 253, 98, 11,
  ],
} as const;

function coreName(): string {
  if (WebAssembly.validate(new Uint8Array(probes.relaxedsimd))) return 'relaxedsimd-lstm';
  return WebAssembly.validate(new Uint8Array(probes.simd)) ? 'simd-lstm' : 'lstm';
}

const folder = new URL('.', globalThis.location.href).href;
importScripts(trustedScriptUrl(`${folder}tesseract-core-${coreName()}.js`));
importScripts(trustedScriptUrl(`${folder}worker.min.js`));
