import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { changesPageSchema } from '#shared/contract/changes.ts';
import { localDateIn } from '#shared/kernel/time-zone.ts';
import { addDays } from '#shared/kernel/local-date.ts';
import { entriesOf, useDelivered } from '#shared/reference/reference-data.ts';
import type { ReferenceEntry } from '#shared/reference/reference-version.ts';
import { shippedSets } from '#shared/reference/shipped-sets.ts';
import { makeRefusal } from '#tests/support/builders.ts';
import { useOffice } from '#tests/support/office.ts';
import { accepted } from '#tests/support/questions.ts';
import { runServerCommand } from '#tests/support/server-cli.ts';

const office = useOffice();
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'meja-referensi-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));
// The server of this file judged by what it was given here.
afterEach(() => useDelivered([], today));

const today = localDateIn('WIB', new Date());
const newReason: ReferenceEntry = {
  id: 'MASA_LEWAT',
  label: 'Masa pengajuan sudah lewat',
  outcomes: ['tolak'],
  needsNote: false,
};

async function add(set: string, content: unknown, ...more: string[]) {
  const file = path.join(folder, 'himpunan.json');
  await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
  return runServerCommand(office.server, ['reference', 'add', set, '--file', file, ...more]);
}

const run = (...args: string[]) => runServerCommand(office.server, ['reference', ...args]);

async function told(after: number | undefined) {
  const asked = after === undefined ? '' : `?referenceAfter=${after}`;
  const answer = await office.client.fetch(`/api/v1/changes${asked}`);
  return changesPageSchema.parse(await answer.json()).reference;
}

const refusal = (reasons: readonly string[]) => async () =>
  office.decide(makeRefusal(await office.newUsul(), { outcome: 'tolak', reasons: [...reasons] }));

describe('a new version of a set', () => {
  test('is told to whoever asks, once, and judged by from then on', async () => {
    const before = refusal([newReason.id]);
    expect(await before()).toMatchObject({ kind: 'ditolak' });
    expect(await told(0)).toBeUndefined();
    const added = await add('alasan', [...shippedSets.alasan, newReason]);
    expect(added).toMatchObject({ code: 0 });
    expect(added.text).toContain(`alasan versi 2 (17 butir) berlaku mulai ${today}`);
    const [version] = (await told(0)) ?? [];
    expect(version).toMatchObject({ set: 'alasan', version: 2, validFrom: today });
    expect(version?.entries.at(-1)).toEqual(newReason);
    expect(await told(version?.seq)).toBeUndefined();
    // An older PC, which does not ask.
    expect(await told(undefined)).toBeUndefined();
    expect(await refusal([newReason.id])()).toMatchObject(accepted);
    expect((await run('list')).text).toContain('alasan: versi 2');
    expect((await run('show', 'alasan')).text).toContain('MASA_LEWAT');
  });

  test('is told anew to a PC that knows more than the server, which went back in time', async () => {
    const all = await told(0);
    expect(all).toHaveLength(1);
    expect(await told(4_000)).toEqual(all);
  });

  test('ends a reason: one that was given before it ended still arrives', async () => {
    const left = shippedSets.alasan.filter(({ id }) => id !== 'DUPLIKAT');
    expect(await add('alasan', left)).toMatchObject({ code: 0 });
    expect(await refusal(['DUPLIKAT'])()).toMatchObject(accepted);
    expect(entriesOf('alasan').map(({ id }) => id)).not.toContain('DUPLIKAT');
  });

  test('may begin later, and is audited', async () => {
    const later = addDays(today, 30);
    expect(await add('agama', shippedSets.agama, '--from', later)).toMatchObject({ code: 0 });
    expect((await run('list')).text).toContain(`agama: versi 2, berlaku mulai ${later}, 7 butir`);
    const audit = await office.server.db
      .selectFrom('audit')
      .select('details')
      .where('action', '=', 'referensi')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow();
    expect(audit.details).toEqual({ himpunan: 'agama', versi: 2, mulai: later, butir: 7 });
  });
});

const status = (id: string, tells: readonly string[]) => ({
  id,
  label: `Status ${id}`,
  means: tells,
  tells,
});

describe('what is refused keeps nothing', () => {
  test.each([
    ['an unknown set', 'planet', [{ id: '1', label: 'a' }], 'Himpunan planet tidak dikenal'],
    ['no JSON', 'agama', '{', 'bukan daftar JSON'],
    ['no list', 'agama', { id: '1', label: 'a' }, 'bukan daftar JSON'],
    ['nothing', 'agama', [], 'jumlah butir 0'],
    ['too many', 'agama', Array.from({ length: 2_001 }, () => ({})), 'jumlah butir 2001'],
    ['no label', 'agama', [{ id: '1' }], 'butir ke-1: isian label salah'],
    ['a number for an id', 'agama', [{ id: 1, label: 'a' }], 'butir ke-1: isian id salah'],
    ['one twice', 'agama', [newReason, newReason], 'butir ke-2: id sudah dipakai'],
    ['a label that nobody sees', 'agama', [{ id: '1', label: '\u200B' }], 'tidak terbaca'],
    ['one that turns reading', 'agama', [{ id: '1', label: 'a\u202Eb' }], 'tidak terbaca'],
    ['a reason for nothing', 'alasan', [{ ...newReason, outcomes: [] }], 'isian outcomes salah'],
    ['a reason of another form', 'alasan', [{ ...newReason, id: 'masa lewat' }], 'isian id salah'],
    ['golongan without pangkat', 'golonganPns', [{ id: '1', label: 'a' }], 'golongan, pangkat'],
    ['a standing nobody tells', 'statusSiasn', [status('1', ['verifikasi'])], '"validasi" harus'],
    [
      'a standing told twice',
      'statusSiasn',
      [...shippedSets.statusSiasn, status('70', ['ditolak'])],
      '"ditolak" harus',
    ],
  ])('%s', async (_name, set, content, sentence) => {
    const before = (await told(0)) ?? [];
    const added = await add(set, content);
    expect(added.code).toBe(1);
    expect(added.text).toContain(sentence);
    expect((await told(0)) ?? []).toEqual(before);
  });

  test('a day that is past, no day, a file that is not there, and one that is too large', async () => {
    const yesterday = addDays(today, -1);
    expect((await add('agama', shippedSets.agama, '--from', yesterday)).text).toContain(
      'sudah lewat',
    );
    expect((await add('agama', shippedSets.agama, '--from', 'besok')).text).toContain('yyyy-mm-dd');
    expect((await add('agama', ' '.repeat(1_000_001))).text).toContain('lebih dari 1 MB');
    const missing = await run('add', 'agama', '--file', path.join(folder, 'tidak-ada.json'));
    expect(missing).toMatchObject({ code: 1, text: expect.stringContaining('tidak dapat dibaca') });
  });
});
