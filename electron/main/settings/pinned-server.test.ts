import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { mayGoTo } from '#electron/main/settings/pinned-server.ts';

const own = 'https://meja.bkpsdm.example';
const other = 'https://meja.lain.example';
let folder: string;
let file: string;
let asked: string[];

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'meja-pin-'));
  file = path.join(folder, 'data', 'server.json');
  asked = [];
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function goes(serverUrl: string, answer = false): boolean {
  return mayGoTo(serverUrl, {
    file,
    ask: (before, now) => {
      asked.push(`${before} > ${now}`);
      return answer;
    },
  });
}

test('the first server is remembered, and asked about never again', () => {
  expect([goes(own), goes(own), goes(own)]).toEqual([true, true, true]);
  expect(asked).toEqual([]);
  expect(readdirSync(path.dirname(file))).toEqual(['server.json']);
});

test.each([
  ['another host', other],
  ['another port', `${own}:8443`],
  ['the same host without TLS', 'http://localhost:8480'],
])('%s is asked about each time until somebody agrees', (_title, changed) => {
  goes(own);
  expect([goes(changed), goes(changed)]).toEqual([false, false]);
  expect(goes(own)).toBe(true);
  expect(goes(changed, true)).toBe(true);
  expect(goes(changed)).toBe(true);
  expect(asked).toEqual(Array.from({ length: 3 }, () => `${own} > ${changed}`));
  // Back again is a change as well.
  expect(goes(own)).toBe(false);
});

test('what was remembered and cannot be read is no agreement', () => {
  goes(own);
  for (const text of ['', '{', '{"serverUrl":1}', '{"version":9,"serverUrl":"x"}']) {
    writeFileSync(file, text);
    expect(goes(own)).toBe(false);
  }
});
