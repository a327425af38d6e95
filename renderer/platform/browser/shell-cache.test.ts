import { describe, expect, test } from 'vitest';
import {
  answerFromShell,
  forgetOldShells,
  keepShell,
} from '#renderer/platform/browser/shell-cache.ts';

/** Caches in memory: the part of `CacheStorage` that the shell uses, by path. */
function makeCaches() {
  const stored = new Map<string, Map<string, Response>>();
  const open = (name: string) => {
    const files = stored.get(name) ?? new Map<string, Response>();
    stored.set(name, files);
    return Promise.resolve({
      put: (path: string, response: Response) => Promise.resolve(void files.set(path, response)),
      match: (path: string) => Promise.resolve(files.get(path)?.clone()),
    });
  };
  const keys = () => Promise.resolve([...stored.keys()]);
  const remove = (name: string) => Promise.resolve(stored.delete(name));
  return { open, keys, delete: remove };
}

const shell = { revision: 'r2', files: ['/', '/assets/a.js'] };

function fileOf(path: string): Response {
  const type = path === '/' ? 'text/html; charset=utf-8' : 'text/javascript';
  return new Response(`isi ${path}`, { headers: { 'content-type': type } });
}
const fetchFile = (path: string) => Promise.resolve(fileOf(path));

describe('the kept application', () => {
  test('answers page and files of one build without network', async () => {
    const caches = makeCaches();
    await keepShell(caches, shell, fetchFile);
    const script = await answerFromShell(
      caches,
      shell,
      new Request('http://meja.test/assets/a.js'),
    );
    expect(await script.text()).toBe('isi /assets/a.js');
  });

  test.each([
    ['a page of a captive portal in place of a script', '/assets/a.js', fileOf('/')],
    ['a missing file', '/assets/a.js', new Response('', { status: 404 })],
    ['something else in place of the page', '/', fileOf('/x.js')],
  ])('is not installed with %s', async (_name, broken, answer) => {
    const caches = makeCaches();
    await keepShell(caches, { ...shell, revision: 'r1' }, fetchFile);
    const fetchBroken = (path: string) => Promise.resolve(path === broken ? answer : fileOf(path));
    await expect(keepShell(caches, shell, fetchBroken)).rejects.toThrow(broken);
    expect(await caches.keys()).toEqual(['meja-shell-r1']);
  });

  test('leaves only itself once it takes over', async () => {
    const caches = makeCaches();
    await caches.open('sesuatu-lain');
    await keepShell(caches, { ...shell, revision: 'r1' }, fetchFile);
    await keepShell(caches, shell, fetchFile);
    await forgetOldShells(caches, shell);
    expect(await caches.keys()).toEqual(['sesuatu-lain', 'meja-shell-r2']);
  });
});
