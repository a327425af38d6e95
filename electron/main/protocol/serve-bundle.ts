import { protocol } from 'electron';
import { bundleScheme } from '#electron/main/protocol/bundle-origin.ts';
import {
  makeBundleHandler,
  type BundleSource,
} from '#electron/main/protocol/answer-bundle-request.ts';

/**
 * Declares `app:` before Electron is ready. `standard` gives the pages an origin and with it IndexedDB and OPFS; neither
 * `bypassCSP`, `corsEnabled` nor `allowServiceWorkers` is granted.
 */
export function declareBundleScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: bundleScheme,
      privileges: {
        standard: true,
        secure: true,
        supportFetchAPI: true,
        stream: true,
        codeCache: true,
      },
    },
  ]);
}

/** Serves the built renderer under `app://bundle` to the default session. */
export function serveBundle(source: BundleSource): void {
  protocol.handle(bundleScheme, makeBundleHandler(source));
}
