import path from 'node:path';
import { isBundleUrl } from '#electron/main/protocol/bundle-origin.ts';

/**
 * File that a bundle URL names, always inside `root`; null when the URL is foreign, malformed or points outside.
 *
 * @param root absolute folder of the built renderer
 */
export function resolveBundlePath(root: string, url: string): string | null {
  if (!isBundleUrl(url)) return null;
  const wanted = decodePath(new URL(url).pathname);
  if (wanted === null || wanted.includes('\0') || wanted.includes('\\')) return null;
  // Node leaves the path of `app://bundle` empty, Chromium writes `/`.
  const file = path.resolve(root, wanted === '' || wanted === '/' ? 'index.html' : `.${wanted}`);
  return file.startsWith(path.resolve(root) + path.sep) ? file : null;
}

function decodePath(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    // Malformed percent-encoding is a bad request, not a fault of ours.
    return null;
  }
}
