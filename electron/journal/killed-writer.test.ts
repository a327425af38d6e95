import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeFileJournal } from '#electron/journal/file-journal.ts';
import { decodeJournal, encodeRecord } from '#shared/journal/framing.ts';
import { succeed } from '#shared/kernel/result.ts';

const account = '01900000-0000-7000-9000-000000000001';
const script = fileURLToPath(
  new URL('../../tests/support/journal/append-forever.ts', import.meta.url),
);

// The limit is set by a shell.
const isWindows = process.platform === 'win32';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'meja-journal-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** A process that appends without end; `limit` is a shell command that runs in it first. */
function startWriter(payloadBytes: number, limit = ':'): ChildProcess {
  const command = `${limit}; exec "$0" --import tsx "$@"`;
  const args = [script, folder, account, String(payloadBytes)];
  return spawn('bash', ['-c', command, process.execPath, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** What the process printed, once it is gone; `onLine` hears each line before that. */
async function linesOf(writer: ChildProcess, onLine: (count: number) => void): Promise<string[]> {
  let printed = '';
  writer.stdout!.setEncoding('utf8');
  for await (const part of writer.stdout!) {
    printed += String(part);
    onLine(printed.split('\n').length - 1);
  }
  // Without what stands behind the last line end: the process was killed while it printed.
  return printed.split('\n').slice(0, -1);
}

async function readNumbers(): Promise<number[]> {
  const read = await makeFileJournal(folder, () => {}).read(account);
  if (!read.ok) throw new Error(read.error.kind);
  return decodeJournal(read.value).records.map(({ payload }) =>
    new DataView(payload.buffer, payload.byteOffset).getUint32(0),
  );
}

test.skipIf(isWindows)(
  'every append that was acknowledged before the process was killed is found again',
  async () => {
    let last = 0;
    for (const [rounds, payloadBytes] of [
      [30, 900],
      [7, 200_000],
      [55, 10],
    ] as const) {
      const writer = startWriter(payloadBytes);
      const acknowledged = await linesOf(writer, (count) => {
        if (count >= rounds) writer.kill('SIGKILL');
      });
      expect(acknowledged.length).toBeGreaterThanOrEqual(rounds);
      // Behind what the killed processes before left.
      const numbers = (await readNumbers()).slice(last);
      expect(numbers.slice(0, acknowledged.length).map(String)).toEqual(acknowledged);
      // At most the one that was on its way is there without having been acknowledged.
      expect(numbers.length - acknowledged.length).toBeLessThanOrEqual(1);
      last += numbers.length;
    }
  },
  60_000,
);

test.skipIf(isWindows)(
  'an append that the disk has no room for is refused, leaves nothing behind, and the next one fits again',
  async () => {
    // 64 KiB a file, as the system counts it; the process sees a write that ends early, then EFBIG.
    const writer = startWriter(9_000, 'ulimit -f 64');
    const lines = await linesOf(writer, () => {});
    expect(lines.at(-1)).toBe('penuh');
    const acknowledged = lines.slice(0, -1);
    expect((await readNumbers()).map(String)).toEqual(acknowledged);
    const { size } = await stat(path.join(folder, `${account}.mjr`));
    expect(size).toBe(acknowledged.length * (13 + 9_004));

    const payload = Uint8Array.of(0, 0, 0, 99);
    const journal = makeFileJournal(folder, () => {});
    expect(await journal.append(account, encodeRecord({ kind: 2, payload }))).toEqual(
      succeed(null),
    );
    expect((await readNumbers()).at(-1)).toBe(99);
  },
  60_000,
);
