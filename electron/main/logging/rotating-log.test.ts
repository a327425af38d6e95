import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { makeRotatingLog } from '#electron/main/logging/rotating-log.ts';
import { describeFault } from '#electron/main/logging/log-faults.ts';
import { scrub } from '#electron/main/logging/scrub.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'meja-log-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const now = () => new Date('2026-11-22T01:02:03.000Z');

test('an entry is one line with time, level and event', () => {
  const log = makeRotatingLog({ folder: path.join(folder, 'logs'), maxBytes: 1000, keep: 2, now });
  log.write({ level: 'info', event: 'started', detail: 'one\ntwo' });
  expect(readFileSync(path.join(folder, 'logs', 'meja.log'), 'utf8')).toBe(
    '2026-11-22T01:02:03.000Z info started one two\n',
  );
});

test('files stay below their size and only so many are kept', () => {
  const log = makeRotatingLog({ folder, maxBytes: 200, keep: 2, now });
  for (let entry = 0; entry < 40; entry += 1) {
    log.write({ level: 'info', event: `event-${entry}`, detail: 'x'.repeat(40) });
  }
  const files = readdirSync(folder).toSorted();
  expect(files).toEqual(['meja.1.log', 'meja.2.log', 'meja.log']);
  for (const file of files) expect(statSync(path.join(folder, file)).size).toBeLessThanOrEqual(200);
  expect(readFileSync(path.join(folder, 'meja.log'), 'utf8')).toContain('event-39');
});

test('a disk that refuses does not stop the application', () => {
  const complaint = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  writeFileSync(path.join(folder, 'blocked'), '');
  const log = makeRotatingLog({ folder: path.join(folder, 'blocked'), maxBytes: 1, keep: 1, now });
  expect(() => {
    log.write({ level: 'info', event: 'x', detail: '' });
  }).not.toThrow();
  expect(complaint).toHaveBeenCalledOnce();
  complaint.mockRestore();
});

test.each([
  ['NIP 199001012015031001 gagal', 'NIP [angka] gagal'],
  ['nip 19900101 201503 1 001', 'nip [angka]'],
  ['NIK 3578010101900001.', 'NIK [angka].'],
  ['surel a.b@dinas.example', 'surel [surel]'],
  ['status 503 setelah 1200 ms', 'status 503 setelah 1200 ms'],
])('what points to a person is taken out: %s', (text, clean) => {
  expect(scrub(text)).toBe(clean);
});

test('a fault is described without its message', () => {
  const fault = new TypeError('cannot read Budi Santoso');
  expect(describeFault(fault)).toMatch(/^TypeError at /u);
  expect(describeFault(fault)).not.toContain('Budi');
  expect(describeFault('Budi')).toBe('string');
});
