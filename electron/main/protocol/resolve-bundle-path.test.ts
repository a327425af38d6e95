import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { resolveBundlePath } from '#electron/main/protocol/resolve-bundle-path.ts';

const root = path.resolve('/srv/renderer');

describe('which file a bundle URL names', () => {
  test.each([
    ['app://bundle', 'index.html'],
    ['app://bundle/', 'index.html'],
    ['app://bundle/assets/a.js?v=1#x', 'assets/a.js'],
    ['app://bundle/assets/nama%20berkas.css', 'assets/nama berkas.css'],
    ['app://bundle/a/../b.js', 'b.js'],
  ])('%s is %s', (url, file) => {
    expect(resolveBundlePath(root, url)).toBe(path.join(root, file));
  });

  test.each([
    'app://bundle/%2e%2e/secret',
    'app://bundle/..%2fsecret',
    'app://bundle/a%2f..%2f..%2fsecret',
    'app://bundle/..%5csecret',
    'app://bundle/%2e%2e%2f%2e%2e%2fetc%2fpasswd',
    // Beside the root, with the same beginning.
    'app://bundle/..%2frenderer-other%2fx.js',
  ])('%s never leaves the bundle', (url) => {
    const file = resolveBundlePath(root, url);
    expect(file === null || file.startsWith(root + path.sep)).toBe(true);
  });

  test.each([
    'app://bundle/%00',
    'app://bundle/%zz',
    'app://other/index.html',
    'app://bundle:8/index.html',
    'app://bundle@other/index.html',
    'app://user@bundle/index.html',
    'https://bundle/index.html',
    'file:///etc/passwd',
    'not a url',
  ])('%s names nothing', (url) => {
    expect(resolveBundlePath(root, url)).toBeNull();
  });
});
