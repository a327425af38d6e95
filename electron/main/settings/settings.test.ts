import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readSettings } from '#electron/main/settings/settings.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'meja-settings-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function settingsFile(text: string): string {
  const file = path.join(folder, 'settings.json');
  writeFileSync(file, text);
  return file;
}

test('the address is kept as an origin', () => {
  const file = settingsFile('{"serverUrl": "https://peladen.example/meja/"}');
  expect(readSettings({ file, serverUrl: undefined })).toEqual({
    ok: true,
    value: { serverUrl: 'https://peladen.example' },
  });
});

test('the variable of a work tree wins over the file; plain http only to this machine', () => {
  const file = settingsFile('{"serverUrl": "https://peladen.example"}');
  expect(readSettings({ file, serverUrl: 'http://127.0.0.1:4680/' })).toMatchObject({
    value: { serverUrl: 'http://127.0.0.1:4680' },
  });
  expect(readSettings({ file, serverUrl: 'http://peladen.example' })).toEqual({
    ok: false,
    error: 'invalid',
  });
});

test.each(['', '{', '[]', '{}', '{"serverUrl": ""}', '{"serverUrl": "javascript:alert(1)"}'])(
  'a file that holds %j is refused, not guessed at',
  (text) => {
    expect(readSettings({ file: settingsFile(text), serverUrl: undefined })).toEqual({
      ok: false,
      error: 'invalid',
    });
  },
);

test('a missing file says so', () => {
  expect(readSettings({ file: path.join(folder, 'none.json'), serverUrl: undefined })).toEqual({
    ok: false,
    error: 'unreadable',
  });
});
