import { beforeAll, describe, expect, test } from 'vitest';
import { moveUsul } from '#server/commands/move-usul.ts';
import { endAppointment } from '#server/accounts/appointments.ts';
import { changesPageSchema } from '#shared/contract/changes.ts';
import { wholeTicketSchema } from '#shared/contract/tickets.ts';
import { addAccount } from '#tests/support/builders.ts';
import { content, list, newsOf, post, read, reply } from '#tests/support/helpdesk-calls.ts';
import { useOffice } from '#tests/support/office.ts';
import {
  accepted,
  act,
  answer,
  askAbout,
  message,
  refused,
  sitAround,
  threadOf,
  type Around,
} from '#tests/support/questions.ts';
import { signIn, type TestClient } from '#tests/support/server.ts';

// Everything on one server: each test has an usul of its own.
const office = useOffice();
let around: Around;
beforeAll(async () => {
  around = await sitAround(office);
});

describe('whoever answers a thread', () => {
  test('holds it by writing or by taking it on: others neither write nor answer', async () => {
    const it = await askAbout(office);
    const { id } = it.usul;
    expect(await office.send([act(it, 'tangani')], around.approver)).toMatchObject([accepted]);
    expect((await threadOf(id, around.approver))?.holder).toMatchObject({ mine: true });
    expect((await threadOf(id, around.second))?.holder).toMatchObject({
      name: 'Petugas approver-a',
    });
    for (const late of [message(it, 'Saya.'), act(it, 'tangani'), act(it, 'lepas')]) {
      expect(await office.send([late], around.second)).toMatchObject([refused('tidak_berwenang')]);
    }
    const [other] = await office.send([answer(it.usul)], around.second);
    expect(other).toMatchObject(refused('tidak_berwenang'));
    expect(JSON.stringify(other)).toContain('sedang ditangani');
    // Those who asked hold nothing, and are kept from nothing.
    expect(await office.send([act(it, 'tangani'), message(it, 'Ada kabar?')])).toMatchObject([
      refused('tidak_berwenang'),
      accepted,
    ]);
    expect(await office.send([act(it, 'lepas')], around.approver)).toMatchObject([accepted]);
    expect(await office.send([answer(it.usul)], around.second)).toMatchObject([accepted]);
  });

  test('of two at once one holds it, and what is delivered again holds nothing anew', async () => {
    const it = await askAbout(office);
    const [mine, other] = [act(it, 'tangani'), act(it, 'tangani')];
    const both = await Promise.all([
      office.send([mine], around.approver),
      office.send([other], around.second),
    ]);
    const kinds = both.flat().map(({ kind }) => kind);
    expect(kinds.toSorted()).toEqual(['diterima', 'ditolak']);
    const [winner, command] =
      kinds[0] === 'diterima' ? [around.approver, mine] : [around.second, other];
    expect(await office.send([act(it, 'lepas')], winner)).toMatchObject([accepted]);
    expect(await office.send([command], winner)).toMatchObject([accepted]);
    expect((await threadOf(it.usul.id, around.approver))?.holder).toBeNull();
    const stranger = winner === around.approver ? around.second : around.approver;
    expect(await office.send([command], stranger)).toMatchObject([refused('id_bentrok')]);
  });

  test('lets go of it when the appointment ends, after a day of silence, and when the usul moves away', async () => {
    const { db } = office.server;
    const { appointmentId } = await addAccount(db, 'approver-c', 'approver', {
      kind: 'instansi',
      id: 'kab-a',
    });
    const third = await signIn(office.server, 'approver-c');
    const it = await askAbout(office);
    await office.send([act(it, 'tangani')], third);
    expect(await office.send([message(it, 'Saya.')], around.second)).toMatchObject([
      refused('tidak_berwenang'),
    ]);
    await endAppointment(db, appointmentId, null, new Date());
    expect(await office.send([message(it, 'Saya.')], around.second)).toMatchObject([accepted]);
    await db
      .updateTable('thread')
      .set({ held_at: new Date(Date.now() - 25 * 3_600_000) })
      .where('id', '=', it.threadId)
      .execute();
    expect(await office.send([act(it, 'tangani')], around.approver)).toMatchObject([accepted]);
    const target = { opdId: 'setjen-z', unorId: 'unor-setjen-z' };
    await db.transaction().execute((tx) => moveUsul(tx, it.usul.id, target));
    const [elsewhere] = around.strangers;
    expect((await threadOf(it.usul.id, elsewhere))?.holder).toBeNull();
    expect(await office.send([message(it, 'Saya.')], around.approver)).toMatchObject([
      refused('tidak_ditemukan'),
    ]);
  });
});

describe('what a person has read', () => {
  test('is his or her own, on every PC, and is never less than before', async () => {
    const it = await askAbout(office);
    const { id } = it.usul;
    await office.send([message(it, 'SK mana?')], around.approver);
    const unread = async (by: TestClient) => (await threadOf(id, by))?.unread;
    expect(await unread(office.client)).toBe(1);
    const elsewhere = await signIn(office.server, 'verifikator-dinas-a');
    expect(await office.send([act(it, 'baca', 2), act(it, 'baca', 1)])).toMatchObject([
      accepted,
      accepted,
    ]);
    expect(await unread(office.client)).toBe(0);
    expect(await unread(elsewhere)).toBe(0);
    // More than there is counts as all there is: what comes later is unread.
    expect(await office.send([act(it, 'baca', 999_999)])).toMatchObject([accepted]);
    await office.send([message(it, 'Tolong unggah ulang.')], around.approver);
    expect(await unread(elsewhere)).toBe(1);
    // A around.colleague who takes no part is told nothing of it as new.
    expect(await unread(around.colleague)).toBe(0);
  });

  test('is told to the PCs of that queue by its feed', async () => {
    const it = await askAbout(office);
    await office.send([message(it, 'SK mana?')], around.approver);
    const first = await (await office.client.fetch('/api/v1/changes?limit=500')).json();
    const { cursor } = changesPageSchema.parse(first);
    await office.send([act(it, 'baca', 2)]);
    const next = await office.client.fetch(`/api/v1/changes?cursor=${encodeURIComponent(cursor)}`);
    const { changes } = changesPageSchema.parse(await next.json());
    expect(changes).toMatchObject([{ kind: 'usul', usul: { threads: [{ unread: 0 }] } }]);
  });
});

describe('whoever reported something to the helpdesk', () => {
  test('is told how much of the answers is unread, until it is opened; nobody else is', async () => {
    for (const name of ['helpdesk-a', 'helpdesk-b']) {
      await addAccount(office.server.db, name, 'helpdesk', { kind: 'instansi', id: 'kab-a' });
    }
    const officer = await signIn(office.server, 'helpdesk-a');
    const second = await signIn(office.server, 'helpdesk-b');
    const reporter = around.second;
    const opened = async () =>
      wholeTicketSchema.parse(await (await post(reporter, '/api/v1/tickets', content())).json());
    const [one, other] = [await opened(), await opened()];
    expect(await newsOf(reporter)).toBe(0);
    await reply(officer, one.ticket.id, 'Sudah dicoba?');
    await reply(second, one.ticket.id, 'Coba lagi.');
    await reply(officer, other.ticket.id, 'Selesai.');
    expect(await newsOf(reporter)).toBe(3);
    const unread = (await list(reporter)).tickets.map(({ id, unread: count }) => [id, count]);
    expect(unread).toEqual([
      [other.ticket.id, 1],
      [one.ticket.id, 2],
    ]);
    // A stranger who tries to open it reads nothing in the reporter's name.
    await office.client.fetch(`/api/v1/tickets/${one.ticket.id}`);
    await read(officer, other.ticket.id);
    expect(await newsOf(reporter)).toBe(3);
    expect(await newsOf(office.client)).toBe(0);
    await Promise.all([read(reporter, one.ticket.id), read(reporter, one.ticket.id)]);
    expect(await newsOf(reporter)).toBe(1);
    await reply(reporter, other.ticket.id, 'Terima kasih.');
    expect(await newsOf(reporter)).toBe(0);
    expect((await list(officer)).tickets.every((ticket) => ticket.unread === undefined)).toBe(true);
  });
});
