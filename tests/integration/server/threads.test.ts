import { v7 as makeUuidV7 } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import { actOnUsul } from '#server/commands/usul-actions.ts';
import { hashOfMessage } from '#server/threads/append-message.ts';
import { verifyThreads } from '#server/threads/verify-threads.ts';
import { receiptsSchema } from '#shared/contract/commands.ts';
import type { Usul } from '#shared/records/usul.ts';
import { mostMessages } from '#shared/workflow/threads/thread-rules.ts';
import { currentUsul, makeDecision, makeRefusal } from '#tests/support/builders.ts';
import { tamper } from '#tests/support/database.ts';
import { useOffice } from '#tests/support/office.ts';
import {
  accepted,
  act,
  answer,
  askAbout,
  fillThread,
  message,
  pulled,
  refused,
  sitAround,
  threadOf,
  type Around,
} from '#tests/support/questions.ts';

// Everything on one server: each test has an usul of its own.
const office = useOffice();
let around: Around;
beforeAll(async () => {
  around = await sitAround(office);
});

const now = (id: string): Promise<Usul> => currentUsul(office.server.db, id);

describe('a thread', () => {
  test('carries the question, messages of both and the answer, to them alone', async () => {
    const it = await askAbout(office);
    const { id } = it.usul;
    expect(await office.send([message(it, 'SK mana?')], around.approver)).toMatchObject([accepted]);
    expect(await office.send([message(it, 'SK tahun 2020.')])).toMatchObject([accepted]);
    const seen = await threadOf(id, around.approver);
    expect(seen).toMatchObject({ id: it.threadId, stage: 'verifikasi', open: true, unread: 1 });
    expect(seen?.messages.map(({ kind, text, mine }) => [kind, text, mine])).toEqual([
      ['tanya', 'Apakah benar?', undefined],
      ['pesan', 'SK mana?', true],
      ['pesan', 'SK tahun 2020.', undefined],
    ]);
    // Writing neither decides nor moves anything.
    expect(await now(id)).toMatchObject({ version: it.usul.version, position: it.usul.position });
    expect(await office.send([answer(await now(id))], around.approver)).toMatchObject([accepted]);
    const back = await threadOf(id, office.client);
    expect(back).toMatchObject({ open: false, holder: null, unread: 2 });
    expect(back?.messages.at(-1)).toMatchObject({ kind: 'jawab', text: 'Ya, benar.' });
    for (const other of [around.validator, ...around.strangers]) {
      expect((await pulled(id, other))?.threads).toBeUndefined();
    }
  });

  test('of a around.validator is not told to the verifikator who follows the usul', async () => {
    const usul = await office.newUsul({
      recordType: 'cltn',
      values: { cltnId: '2', skNomor: '1/CLTN/2024' },
    });
    await office.decide(makeDecision(usul));
    const sent = await office.decide(
      makeDecision(await now(usul.id), {
        outcome: 'koordinasi',
        note: 'SK asli?',
        verdicts: [],
        evidence: [],
      }),
      around.validator,
    );
    expect(sent).toMatchObject(accepted);
    const thread = await threadOf(usul.id, around.validator);
    expect(thread?.stage).toBe('validasi');
    expect(await pulled(usul.id, office.client)).toBeDefined();
    expect((await pulled(usul.id, office.client))?.threads).toBeUndefined();
    const it = { usul, threadId: thread?.id ?? '' };
    expect(await office.send([message(it, 'Boleh ikut?')])).toMatchObject([
      refused('tidak_ditemukan'),
    ]);
  });

  test('is opened again by the next question, and closed when the usul is withdrawn', async () => {
    const it = await askAbout(office);
    const { id, employee } = it.usul;
    await office.send([answer(it.usul)], around.approver);
    const closed = await office.send([message(it, 'Satu lagi.')]);
    expect(closed).toMatchObject([refused('usul_berubah')]);
    const again = makeRefusal(await now(id), { outcome: 'koordinasi', reasons: [], note: 'Lagi?' });
    expect(await office.decide(again)).toMatchObject(accepted);
    expect(await threadOf(id, around.approver)).toMatchObject({ id: it.threadId, open: true });
    const scope = { kind: 'employee', id: employee.id } as const;
    const withdrawn = await actOnUsul(office.server.db, {
      usulId: id,
      actor: { role: 'asn', scope, name: employee.nama },
      action: 'tarik',
      judged: await now(id),
      reasons: [],
      note: '',
      now: new Date(),
    });
    expect(withdrawn.ok).toBe(true);
    const { state } = await office.server.db
      .selectFrom('thread')
      .select('state')
      .where('id', '=', it.threadId)
      .executeTakeFirstOrThrow();
    expect(state).toBe('ditutup');
    expect(await office.send([message(it, 'Halo?')], around.approver)).toMatchObject([
      refused('usul_berubah'),
    ]);
  });
});

describe('a message', () => {
  test('is taken in once, with a receipt that proves it, and not altered under its id', async () => {
    const it = await askAbout(office);
    const one = message(it, 'SK mana?');
    const [first] = await office.send([one], around.approver);
    expect(first).toMatchObject({ ...accepted, chainSeq: 2, receipt: expect.any(String) });
    expect(await office.send([one, one], around.approver)).toEqual([first, first]);
    const both = await Promise.all([
      office.send([one], around.approver),
      office.send([one], around.approver),
    ]);
    expect(both).toEqual([[first], [first]]);
    for (const [change, by] of [
      [{ text: 'Lain.' }, around.approver],
      [{}, around.second],
      [{}, office.client],
    ] as const) {
      expect(await office.send([{ ...one, ...change }], by)).toMatchObject([refused('id_bentrok')]);
    }
    expect((await threadOf(it.usul.id, around.approver))?.messages).toHaveLength(2);
    // After it the usul is answered: the same message again is still the one that was taken in.
    await office.send([answer(it.usul)], around.approver);
    expect(await office.send([one], around.approver)).toEqual([first]);
    const body = JSON.stringify({ ids: [one.id] });
    const asking = await around.approver.fetch('/api/v1/receipts', { method: 'POST', body });
    expect(receiptsSchema.parse(await asking.json()).receipts).toEqual([first]);
    // Shown with a pull it proves that this server knows it; as anybody else's it proves nothing.
    const { receipt = '' } = first?.kind === 'diterima' ? first : {};
    const shown = `/api/v1/changes?lastCommand=${one.id}&lastReceipt=${encodeURIComponent(receipt)}`;
    expect((await around.approver.fetch(shown)).status).toBe(200);
    expect((await around.second.fetch(shown)).status).toBe(410);
    expect((await around.approver.fetch('/api/v1/changes')).status).toBe(200);
  });

  test('comes from who takes part, about the thread of that usul', async () => {
    const it = await askAbout(office);
    const other = await askAbout(office);
    for (const by of [around.validator, ...around.strangers]) {
      expect(await office.send([message(it, 'Halo.'), act(it, 'baca')], by)).toMatchObject([
        refused('tidak_ditemukan'),
        refused('tidak_ditemukan'),
      ]);
    }
    const { usulId: _usulId, ...aboutNone } = message(it, 'Halo.');
    const odd = [
      { ...message(it, 'Halo.'), usulId: other.usul.id },
      { ...message(it, 'Halo.'), threadId: makeUuidV7() },
      { ...message(it, 'Halo.'), usulId: makeUuidV7() },
      aboutNone,
    ];
    const answers = await office.send(odd, around.approver);
    expect(answers).toMatchObject(odd.map(() => refused('tidak_ditemukan')));
    expect(
      await office.send([message(it, 'Kami juga ingin tahu.')], around.colleague),
    ).toMatchObject([accepted]);
    expect((await threadOf(it.usul.id, around.approver))?.messages.at(-1)).toMatchObject({
      authorRole: 'verifikator',
      text: 'Kami juga ingin tahu.',
    });
  });

  test('says something, in bounds, in letters that can be kept; nothing beside it counts', async () => {
    const it = await askAbout(office);
    const odd = [
      message(it, ' \n '),
      message(it, 'x'.repeat(2_001)),
      message(it, 'a\u0000b'),
      { ...message(it, 'Halo.'), id: '6f0d1c57-0000-4000-8000-000000000000' },
      { ...message(it, 'Halo.'), madeAt: 'kemarin' },
    ];
    const answers = await office.send(odd, around.approver);
    expect(answers).toMatchObject(odd.map(() => refused('tidak_sah')));
    const forged = { authorName: 'Kepala BKN', authorRole: 'admin', seq: 1, kind: 'pesan' };
    const sent = { ...message(it, '<b>Halo</b>'), ...forged, madeAt: '1999-01-01T00:00:00.000Z' };
    expect(await office.send([sent], around.approver)).toMatchObject([
      { ...accepted, chainSeq: 2 },
    ]);
    const [, told] = (await threadOf(it.usul.id, around.approver))?.messages ?? [];
    expect(told).toMatchObject({ seq: 2, authorRole: 'approver', text: '<b>Halo</b>' });
    expect(told?.at.slice(0, 4)).not.toBe('1999');
  });

  test('is one of so many; a question and its answer always find room', async () => {
    const it = await askAbout(office);
    await fillThread(office, it.threadId, mostMessages - 1);
    expect(await office.send([message(it, 'Lagi'), message(it, 'Lagi')])).toMatchObject([
      accepted,
      refused('terlalu_besar'),
    ]);
    expect(await office.send([answer(it.usul)], around.approver)).toMatchObject([accepted]);
    const told = await threadOf(it.usul.id, office.client);
    expect(told?.messages).toHaveLength(mostMessages + 2);
  });

  test('is chained to the one before it, and can be altered by nobody', async () => {
    const it = await askAbout(office);
    await office.send([message(it, 'Satu.'), message(it, 'Dua.')], around.approver);
    const { db } = office.server;
    const rows = await db
      .selectFrom('thread_message')
      .selectAll()
      .where('thread_id', '=', it.threadId)
      .orderBy('seq')
      .execute();
    expect(rows.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    for (const [at, { hash, epoch: _epoch, ...row }] of rows.entries()) {
      expect(row.prev_hash).toBe(at === 0 ? '0'.repeat(64) : rows[at - 1]?.hash);
      expect(hash).toBe(hashOfMessage(row));
    }
    const change = db.updateTable('thread_message').set({ text: 'Lain.' });
    await expect(change.where('thread_id', '=', it.threadId).execute()).rejects.toThrow(
      'append-only',
    );
    // By whoever owns the database: it is seen.
    expect(await verifyThreads(db)).toEqual([]);
    const { threadId } = it;
    const { databaseUrl } = office.server;
    const at = (seq: number) => `thread_id = '${threadId}' AND seq = ${seq}`;
    await tamper(databaseUrl, `UPDATE thread_message SET text = 'Lain.' WHERE ${at(2)}`);
    expect(await verifyThreads(db)).toEqual([{ threadId, seq: 2, kind: 'diubah' }]);
    await tamper(databaseUrl, `UPDATE thread_message SET text = 'Satu.' WHERE ${at(2)}`);
    await tamper(databaseUrl, `DELETE FROM thread_message WHERE ${at(3)}`);
    expect(await verifyThreads(db)).toEqual([{ threadId, seq: 3, kind: 'hilang' }]);
  });
});
