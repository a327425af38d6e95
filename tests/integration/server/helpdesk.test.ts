import { v7 as makeUuidV7 } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import { takeCode } from '#server/accounts/one-time-code.ts';
import {
  cannedRepliesSchema,
  oneTimeCodeSchema,
  wholeTicketSchema,
  type WholeTicket,
} from '#shared/contract/tickets.ts';
import { addAccount, appoint } from '#tests/support/builders.ts';
import { act, content, errorOf, list, post, read, reply } from '#tests/support/helpdesk-calls.ts';
import { useOffice } from '#tests/support/office.ts';
import { signIn, type TestClient } from '#tests/support/server.ts';

// Everything on one server: each test has tickets of its own.
const office = useOffice();
let officer: TestClient;
let second: TestClient;
let approver: TestClient;
let strangers: readonly TestClient[];

beforeAll(async () => {
  const { db } = office.server;
  const people = [
    ['helpdesk-a', 'helpdesk', { kind: 'instansi', id: 'kab-a' }],
    ['helpdesk-b', 'helpdesk', { kind: 'instansi', id: 'kab-a' }],
    ['helpdesk-z', 'helpdesk', { kind: 'instansi', id: 'kem-z' }],
    ['helpdesk-kr', 'helpdesk', { kind: 'kanreg', id: 'kr-1' }],
    ['approver-a', 'approver', { kind: 'instansi', id: 'kab-a' }],
    ['admin-a', 'admin', { kind: 'instansi', id: 'kab-a' }],
    ['lain-dinas-b', 'verifikator', { kind: 'opd', id: 'dinas-b' }],
    ['lain-setjen-z', 'verifikator', { kind: 'opd', id: 'setjen-z' }],
  ] as const;
  for (const [name, role, scope] of people) await addAccount(db, name, role, scope);
  const enter = (name: string) => signIn(office.server, name);
  officer = await enter('helpdesk-a');
  second = await enter('helpdesk-b');
  approver = await enter('approver-a');
  const others = ['helpdesk-z', 'helpdesk-kr', 'admin-a', 'lain-dinas-b'];
  strangers = [...(await Promise.all(others.map(enter))), approver];
});

async function opened(by = office.client, change: object = {}): Promise<WholeTicket> {
  const answer = await post(by, '/api/v1/tickets', content('Tidak dapat masuk.', change));
  expect(answer.status).toBe(200);
  return wholeTicketSchema.parse(await answer.json());
}

describe('a ticket', () => {
  test('goes from its report over answers to its end, and is opened again by whoever reported it', async () => {
    const { ticket } = await opened();
    expect(ticket).toMatchObject({ state: 'baru', channel: 'aplikasi', minutesToAnswer: null });
    expect((await list(officer, 'tanpa_petugas')).tickets.map(({ id }) => id)).toContain(ticket.id);
    const taken = wholeTicketSchema.parse(
      await (await act(officer, await read(officer, ticket.id), 'ambil')).json(),
    );
    expect(taken.ticket).toMatchObject({
      state: 'diproses',
      mine: true,
      officerName: 'Petugas helpdesk-a',
    });
    await reply(officer, ticket.id, 'Sudah dicoba kata sandi lama?', { awaits: true });
    expect(await read(office.client, ticket.id)).toMatchObject({
      officer: false,
      diagnostics: null,
      ticket: { state: 'menunggu', minutesToAnswer: 0, mine: false },
    });
    await reply(office.client, ticket.id, 'Sudah.');
    expect((await read(officer, ticket.id)).ticket.state).toBe('diproses');
    expect(await errorOf(await act(officer, await read(officer, ticket.id), 'selesai'))).toBe(
      'answered',
    );
    expect((await list(officer, 'selesai')).tickets.map(({ id }) => id)).toContain(ticket.id);
    expect(
      await errorOf(await act(office.client, await read(office.client, ticket.id), 'buka_lagi')),
    ).toBe('answered');
    expect((await read(officer, ticket.id)).messages.map(({ text }) => text)).toEqual([
      'Tidak dapat masuk.',
      'Sudah dicoba kata sandi lama?',
      'Sudah.',
    ]);
  });

  test('is reported without network as a command, once, with how the application stands', async () => {
    const command = {
      kind: 'tiket',
      ...content('Aplikasi lambat.', { ticketKind: 'aplikasi' }),
      diagnostics: { versi: '0.3.0', menunggu: 2, tersambung: false },
      deviceId: makeUuidV7(),
      appVersion: '0.3.0',
      madeAt: new Date().toISOString(),
    };
    const [first] = await office.send([command]);
    expect(first).toMatchObject({ kind: 'diterima', receipt: expect.any(String) });
    expect(await office.send([command, command])).toEqual([first, first]);
    expect(await office.send([{ ...command, text: 'Lain.' }])).toMatchObject([
      { error: { kind: 'id_bentrok' } },
    ]);
    expect((await read(officer, command.id)).diagnostics).toEqual(command.diagnostics);
    const message = {
      kind: 'pesan',
      id: makeUuidV7(),
      threadId: command.id,
      deviceId: command.deviceId,
      appVersion: '0.3.0',
      madeAt: command.madeAt,
      text: 'Masih lambat.',
    };
    const [sent] = await office.send([message]);
    expect(sent).toMatchObject({ kind: 'diterima', chainSeq: 2 });
    expect(await office.send([message])).toEqual([sent]);
    expect(await office.send([{ ...message, id: makeUuidV7() }], approver)).toMatchObject([
      { error: { kind: 'tidak_ditemukan' } },
    ]);
    const odd = { ...command, id: makeUuidV7(), diagnostics: { x: 'y'.repeat(201) } };
    expect(await office.send([odd])).toMatchObject([{ error: { kind: 'tidak_sah' } }]);
  });

  test('is opened by an officer for whoever comes, calls or writes; nobody else reports for others', async () => {
    const reporter = { name: 'Budi Rekaan', nip: '198001012005011001', channel: 'loket' };
    const { ticket } = await opened(officer, { reporter });
    expect(ticket).toMatchObject({
      reporterName: 'Budi Rekaan',
      channel: 'loket',
      minutesToAnswer: null,
    });
    const forged = await post(office.client, '/api/v1/tickets', content('Halo.', { reporter }));
    expect(await errorOf(forged)).toBe('tidak_berwenang');
    for (const wrong of [
      { ...reporter, name: ' ' },
      { ...reporter, channel: 'burung' },
    ]) {
      const odd = await post(officer, '/api/v1/tickets', content('Halo.', { reporter: wrong }));
      expect(await errorOf(odd)).toBe('tidak_sah');
    }
  });

  test('does not exist for anybody else', async () => {
    const whole = await opened();
    const { id } = whole.ticket;
    for (const by of strangers) {
      expect(await errorOf(await by.fetch(`/api/v1/tickets/${id}`))).toBe('tidak_ditemukan');
      expect(await errorOf(await reply(by, id, 'Halo.'))).toBe('tidak_ditemukan');
      expect(await errorOf(await act(by, whole, 'selesai'))).toBe('tidak_ditemukan');
      expect((await list(by)).tickets.map((one) => one.id)).not.toContain(id);
    }
    // Whoever reported it has no officer's part in it.
    expect(await errorOf(await act(office.client, whole, 'ambil'))).toBe('tidak_berwenang');
    const steps = await post(office.client, `/api/v1/tickets/${id}/steps`, { done: [0] });
    expect(await errorOf(steps)).toBe('tidak_berwenang');
  });

  test('is not changed by whoever saw an older one; of two officers at once one has it', async () => {
    const whole = await opened();
    const answers = await Promise.all([act(officer, whole, 'ambil'), act(second, whole, 'ambil')]);
    const kinds = await Promise.all(answers.map(errorOf));
    expect(kinds.toSorted()).toEqual(['answered', 'usul_berubah']);
    expect(await errorOf(await act(officer, whole, 'selesai'))).toBe('usul_berubah');
    const now = await read(officer, whole.ticket.id);
    expect(await errorOf(await act(officer, now, 'buka_lagi'))).toBe('tidak_sah');
    const done = await post(officer, `/api/v1/tickets/${whole.ticket.id}/steps`, {
      done: [1, 0, 1],
    });
    expect(wholeTicketSchema.parse(await done.json()).stepsDone).toEqual([0, 1]);
  });

  test('takes a message once, in bounds; the same id is nothing else’s', async () => {
    const { ticket } = await opened();
    const id = makeUuidV7();
    const both = await Promise.all([
      reply(officer, ticket.id, 'Halo.', { id }),
      reply(officer, ticket.id, 'Halo.', { id }),
    ]);
    expect(await Promise.all(both.map(errorOf))).toEqual(['answered', 'answered']);
    expect((await read(officer, ticket.id)).messages).toHaveLength(2);
    expect(await errorOf(await reply(officer, ticket.id, 'Lain.', { id }))).toBe('id_bentrok');
    for (const text of ['', ' ', 'x'.repeat(2_001), 'a\u0000b']) {
      expect(await errorOf(await reply(officer, ticket.id, text))).toBe('tidak_sah');
    }
  });

  test('that nobody answered in time is overdue, and no more once it is answered', async () => {
    const { ticket } = await opened();
    await office.server.db
      .updateTable('ticket')
      .set({ due_at: new Date(Date.now() - 60_000) })
      .where('id', '=', ticket.id)
      .execute();
    const { tickets, counts } = await list(officer, 'terlambat');
    expect(tickets).toMatchObject([{ id: ticket.id, overdue: true }]);
    expect(counts.terlambat).toBe(1);
    await reply(officer, ticket.id, 'Sebentar.');
    expect((await list(officer, 'terlambat')).tickets).toEqual([]);
  });
});

const write = (by: TestClient, text: string) =>
  post(by, '/api/v1/replies', { name: 'Salam', text, ticketKind: null });

test('answers that are given often have versions, and are those of one helpdesk', async () => {
  await write(officer, 'Terima kasih.');
  const changed = cannedRepliesSchema.parse(
    await (await write(second, 'Terima kasih atas laporannya.')).json(),
  );
  expect(changed.replies).toMatchObject([
    { name: 'Salam', version: 2, text: 'Terima kasih atas laporannya.' },
  ]);
  const [elsewhere] = strangers;
  const others = await elsewhere!.fetch('/api/v1/replies');
  expect(cannedRepliesSchema.parse(await others.json()).replies).toEqual([]);
  await write(officer, '');
  const left = await officer.fetch('/api/v1/replies');
  expect(cannedRepliesSchema.parse(await left.json()).replies).toEqual([]);
  expect(await errorOf(await approver.fetch('/api/v1/replies'))).toBe('tidak_berwenang');
});

const issue = (by: TestClient, username: string) =>
  post(by, '/api/v1/one-time-codes', { username });
const codeFor = async (username: string) =>
  oneTimeCodeSchema.parse(await (await issue(officer, username)).json());
const person = async (name: string) => {
  const { id } = await addAccount(office.server.db, name, 'verifikator', {
    kind: 'opd',
    id: 'dinas-a',
  });
  return id;
};
const take = (accountId: string, code: string, at = new Date()) =>
  takeCode(office.server.db, { accountId, code, passwordHash: 'baru' }, at);

describe('a one-time code', () => {
  test('lets a person set a new password once, within a quarter of an hour, and ends the sessions', async () => {
    const id = await person('lupa-satu');
    const client = await signIn(office.server, 'lupa-satu');
    const { code, name, expiresAt } = await codeFor('lupa-satu');
    expect(name).toBe('Petugas lupa-satu');
    expect(code).toMatch(/^[2-9A-Z]{5}-[2-9A-Z]{5}$/u);
    expect(await take(id, code, new Date(Date.parse(expiresAt) + 1))).toBe(false);
    expect(await take(await person('lupa-lain'), code)).toBe(false);
    const asked = { username: 'lupa-satu', code: ` ${code.toLowerCase().replace('-', ' ')}` };
    const weak = await post(client, '/api/v1/session/activate', {
      ...asked,
      newPassword: 'pendek',
    });
    expect(await errorOf(weak)).toBe('tidak_sah');
    const newPassword = 'padang rumput luas 7';
    const done = await post(client, '/api/v1/session/activate', { ...asked, newPassword });
    expect(done.status).toBe(204);
    expect(await take(id, code)).toBe(false);
    expect((await client.fetch('/api/v1/changes')).status).toBe(401);
    const stored = await office.server.db
      .selectFrom('one_time_code')
      .select('code_hash')
      .where('account_id', '=', id)
      .executeTakeFirstOrThrow();
    expect(stored.code_hash).not.toContain(code);
  });

  test('of before works no longer, and is issued so often and no oftener', async () => {
    const id = await person('lupa-dua');
    const { code } = await codeFor('lupa-dua');
    const { code: next } = await codeFor('lupa-dua');
    expect(await take(id, code)).toBe(false);
    const more = await Promise.all(Array.from({ length: 6 }, () => issue(officer, 'lupa-dua')));
    expect((await Promise.all(more.map(errorOf))).toSorted()).toEqual([
      ...Array.from({ length: 3 }, () => 'answered'),
      ...Array.from({ length: 3 }, () => 'terlalu_sering'),
    ]);
    expect(await take(id, next)).toBe(false);
  });

  test('is for no account that decides later, administers or helps, nor for one elsewhere, nor one’s own', async () => {
    for (const name of ['approver-a', 'admin-a', 'helpdesk-b', 'helpdesk-a']) {
      expect([name, await errorOf(await issue(officer, name))]).toEqual([name, 'tidak_berwenang']);
    }
    for (const name of ['lain-setjen-z', 'tidak-ada', "x' OR 1=1 --"]) {
      expect([name, await errorOf(await issue(officer, name))]).toEqual([name, 'tidak_ditemukan']);
    }
    // One appointment more is enough.
    const id = await person('dua-tugas');
    await appoint(office.server.db, { id }, 'approver', { kind: 'instansi', id: 'kab-a' });
    expect(await errorOf(await issue(officer, 'dua-tugas'))).toBe('tidak_berwenang');
    for (const by of [approver, office.client]) {
      expect(await errorOf(await issue(by, 'lain-dinas-b'))).toBe('tidak_berwenang');
    }
  });

  test('stands in the audit, with who issued and who used it, and without the code', async () => {
    const id = await person('lupa-tiga');
    const { code } = await codeFor('lupa-tiga');
    await take(id, code);
    const rows = await office.server.db
      .selectFrom('audit')
      .select(['action', 'details'])
      .where('action', 'in', ['kode_diterbitkan', 'kode_dipakai'])
      .orderBy('id', 'desc')
      .limit(2)
      .execute();
    expect(rows.map(({ action }) => action)).toEqual(['kode_dipakai', 'kode_diterbitkan']);
    expect(JSON.stringify(rows)).not.toContain(code.slice(0, 5));
    expect(rows[1]?.details).toEqual({ holder: id });
  });
});
