import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { activationSlipSchema } from '#shared/contract/admin/accounts.ts';
import { changesPageSchema } from '#shared/contract/changes.ts';
import { oneTimeCodeSchema } from '#shared/contract/tickets.ts';
import type { Usul } from '#shared/records/usul.ts';
import type { AppointedAccount } from '#shared/workflow/authority/account.ts';
import { activate, giveAs, kabA, postAs } from '#tests/support/admin-desk.ts';
import {
  addAccount,
  addVerifikator,
  appoint,
  day,
  makeRefusal,
  testPassword,
} from '#tests/support/builders.ts';
import { addBulkPc, drawnIn, setLeast, type BulkPc } from '#tests/support/bulk-office.ts';
import { cancellationOf, selectionOf } from '#tests/support/bulk-commands.ts';
import { errorOf, post } from '#tests/support/helpdesk-calls.ts';
import { useOffice } from '#tests/support/office.ts';
import { asked, kindOf, made, ticketOf } from '#tests/support/outsider.ts';
import { signIn, type TestClient } from '#tests/support/server.ts';
import { addVerified } from '#tests/support/verified-usul.ts';

// Somebody with an account, or who was given some of several offices, and a script: against bulk approval, conversations,
// helpdesk, assignment and administration on one server.

const office = useOffice();
const dinasA = { kind: 'opd', id: 'dinas-a' } as const;

let verifikator: AppointedAccount;
let approver: BulkPc;
let admin: TestClient;
let helper: TestClient;

beforeAll(async () => {
  const { server } = office;
  verifikator = office.client.account;
  await setLeast(office, 1);
  approver = await addBulkPc(office, 'approver-a');
  await addAccount(server.db, 'admin-a', 'admin', kabA);
  await addAccount(server.db, 'bantuan-a', 'helpdesk', kabA);
  admin = await signIn(server, 'admin-a');
  helper = await signIn(server, 'bantuan-a');
});

const verified = (count: number): Promise<readonly Usul[]> =>
  addVerified(office.server, { verifikator, count });

describe('approval in bulk', () => {
  test('numbers that no usul has are no usul of a selection, and no fault of the server', async () => {
    const [one, other] = await verified(2);
    for (const forged of [2 ** 31, 2 ** 53 - 1]) {
      for (const change of [{ revision: forged }, { version: forged }]) {
        const selection = selectionOf([one!, other!]);
        const items = [selection.items[0], { ...selection.items[1], ...change }];
        expect(kindOf(await approver.send({ ...selection, items }))).toBe('tidak_sah');
      }
    }
  });

  test('whoever approves for two instansi has a batch in each', async () => {
    const { db } = office.server;
    const other = await addVerifikator(db, 'setjen-z');
    const both = await addBulkPc(office, 'dua-instansi');
    const there = await appoint(db, both.account, 'approver', { kind: 'instansi', id: 'kem-z' });
    const theirs = await addVerified(office.server, { verifikator: other, opdId: 'setjen-z' });
    const { appointmentId } = there;
    const here = selectionOf(await verified(1));
    const commands = [here, { ...selectionOf(theirs), appointmentId }, cancellationOf(here.id)];
    const results = await office.send(commands, both.client);
    expect(results.map(kindOf)).toEqual(['diterima', 'diterima', 'diterima']);
  });

  test('a fault that is found after the batch was given up raises the next sample all the same', async () => {
    const batch = await approver.begin(await verified(4));
    const [drawn = ''] = drawnIn(batch);
    expect(kindOf(await approver.send(cancellationOf(batch.id)))).toBe('diterima');
    const fault = { outcome: 'kembalikan' as const, reasons: ['DATA_BEDA'], evidence: [] };
    expect(kindOf(await approver.look(null, drawn, fault))).toBe('diterima');
    const next = await approver.begin(await verified(6));
    expect(drawnIn(next)).toHaveLength(2);
    await approver.finish(next.id);
  });
});

describe('conversations', () => {
  test('nobody reads what others say of his or her own usul', async () => {
    const { server } = office;
    const ownNip = '198013012005011000';
    const own = await addAccount(server.db, 'orang-dinas-a', 'verifikator', dinasA, ownNip);
    const colleague = await signIn(server, own.username);
    const { usul, threadId } = await asked(office);
    const text = 'Rahasia di antara dua kantor.';
    const answered = await approver.send({
      kind: 'pesan',
      ...made(),
      threadId,
      usulId: usul.id,
      text,
    });
    expect(kindOf(answered)).toBe('diterima');
    const answer = await colleague.fetch('/api/v1/changes?limit=500');
    const page = JSON.stringify(changesPageSchema.parse(await answer.json()));
    expect(page).toContain(usul.id);
    expect(page).not.toContain(text);
    expect(page).not.toContain(threadId);
    await server.db
      .updateTable('account')
      .set({ active: false })
      .where('id', '=', own.id)
      .execute();
  });

  test('the id of a message, or of a thread, is nothing else', async () => {
    const { usul, threadId, questionId } = await asked(office);
    const message = { kind: 'pesan', ...made(), threadId, usulId: usul.id, text: 'Benar?' };
    const about = await office.newUsul();
    expect(await office.send([message])).toMatchObject([{ kind: 'diterima' }]);
    const ids = [message.id, questionId];
    const ticket = { kind: 'tiket', ...made(), ticketKind: 'akun', text: 'Tidak dapat masuk.' };
    for (const id of ids) {
      const question = makeRefusal(about, {
        id,
        outcome: 'koordinasi',
        reasons: [],
        note: 'Asli?',
      });
      expect(kindOf(await office.decide(question))).toBe('id_bentrok');
      const [opened] = await office.send([{ ...ticket, id }]);
      expect(kindOf(opened!)).toBe('id_bentrok');
    }
    const again = await office.send([{ ...message, id: questionId }]);
    expect(again.map(kindOf)).toEqual(['id_bentrok']);
  });

  test('what nobody can see says nothing', async () => {
    const { usul, threadId } = await asked(office);
    for (const text of ['\u200B\u200B', '\u2060', '\u00AD\uFE0F', '\u3164', '\u2800', '\u202E']) {
      const [result] = await office.send([
        { kind: 'pesan', ...made(), threadId, usulId: usul.id, text },
      ]);
      expect([text, kindOf(result!)]).toEqual([text, 'tidak_sah']);
      const about = await office.newUsul();
      const question = makeRefusal(about, { outcome: 'koordinasi', reasons: [], note: text });
      expect(kindOf(await office.decide(question))).toBe('keputusan_tidak_lengkap');
      expect(await errorOf(await post(helper, '/api/v1/tickets', ticketOf({ text })))).toBe(
        'tidak_sah',
      );
    }
  });

  test('the same thing again and again leaves nothing more behind', async () => {
    const { db } = office.server;
    const { usul, threadId } = await asked(office);
    const read = () => ({
      kind: 'utas',
      ...made(),
      threadId,
      usulId: usul.id,
      act: 'baca',
      upTo: 1,
    });
    const step = () => db.selectFrom('feed_counter').select('seq').orderBy('queue_key').execute();
    await office.send([read()]);
    const before = await step();
    const results = await office.send(Array.from({ length: 20 }, read));
    expect(results.map(kindOf)).toEqual(results.map(() => 'diterima'));
    expect(await step()).toEqual(before);
  });
});

const codeFor = (username: string) => post(helper, '/api/v1/one-time-codes', { username });

describe('codes of the helpdesk', () => {
  test('are none for whoever will decide later on', async () => {
    const { db } = office.server;
    const later = await addAccount(db, 'besok-approver', 'monitor', kabA);
    await appoint(db, later, 'approver', kabA, { validFrom: day('2999-01-01') });
    expect(await errorOf(await codeFor(later.username))).toBe('tidak_berwenang');
    const gone = await addAccount(db, 'dulu-approver', 'monitor', kabA);
    await appoint(db, gone, 'approver', kabA, { validUntil: day('2020-02-01') });
    expect(await errorOf(await codeFor(gone.username))).toBe('answered');
  });

  test('end with whatever else gives the account another password', async () => {
    const { server } = office;
    const newPassword = 'Pelita-Rawa-Senja-7';
    const ways = {
      reset: async (id: string) => postAs(admin, 'accounts/reset', { accountId: id }),
      own: async (_id: string, username: string) => {
        const client = await signIn(server, username);
        return post(client, '/api/v1/session/password', {
          oldPassword: testPassword,
          newPassword: 'Cakrawala-Biru-81',
        });
      },
    };
    for (const [name, way] of Object.entries(ways)) {
      const { id, username } = await addAccount(server.db, `lupa-${name}`, 'monitor', kabA);
      const { code } = oneTimeCodeSchema.parse(await (await codeFor(username)).json());
      expect((await way(id, username)).ok).toBe(true);
      expect([name, (await activate(server, { username, code, newPassword })).ok]).toEqual([
        name,
        false,
      ]);
    }
  });

  test('two who use one at the same moment: one does', async () => {
    const { server } = office;
    const { username } = await addAccount(server.db, 'berdua', 'monitor', kabA);
    const { code } = oneTimeCodeSchema.parse(await (await codeFor(username)).json());
    const answers = await Promise.all(
      ['Pelita-Rawa-Senja-7', 'Pelita-Rawa-Fajar-8', 'Pelita-Rawa-Siang-9'].map((newPassword) =>
        activate(server, { username, code, newPassword }),
      ),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test('are no code of another account', async () => {
    const { server } = office;
    const { username } = await addAccount(server.db, 'satu', 'monitor', kabA);
    const other = await addAccount(server.db, 'lain', 'monitor', kabA);
    const { code } = oneTimeCodeSchema.parse(await (await codeFor(username)).json());
    const guess = { username: other.username, code, newPassword: 'Pelita-Rawa-Senja-7' };
    expect((await activate(server, guess)).ok).toBe(false);
  });
});

describe('names that are not what they look like', () => {
  const names = [
    'Budi\u202Egnalo',
    'Budi\u2066Contoh',
    'Budi\u0000',
    'Budi\nContoh',
    'Budi\u0007',
    '\u200B',
    'Budi\u2028x',
  ];

  test('are no names of accounts, letters, reporters and answers', async () => {
    const { db } = office.server;
    for (const name of names) {
      const added = await postAs(admin, 'accounts', {
        username: `baru-${randomUUID()}`,
        displayName: name,
        nip: null,
      });
      expect([name, added.status]).toEqual([name, 400]);
      const { id } = await addAccount(db, `orang-${randomUUID()}`, 'monitor', kabA);
      const given = await giveAs(admin, id, ['verifikator', dinasA], {
        letter: { number: name, date: '2026-11-01' },
      });
      expect([name, given.status]).toEqual([name, 400]);
      const reporter = { name, channel: 'loket' };
      const opened = await post(helper, '/api/v1/tickets', ticketOf({ reporter }));
      expect([name, opened.status]).toEqual([name, 400]);
      const reply = { name, text: 'Baik.', ticketKind: null };
      expect([name, (await post(helper, '/api/v1/replies', reply)).status]).toEqual([name, 400]);
    }
  });

  test('but letters of every script, and the names of people, are', async () => {
    for (const name of [
      "Dr. Ir. I Gusti Ngurah Rai'i, S.Kom., M.Si.",
      'Siti Nurbaya-Élise',
      'الياس',
      '陳大文',
    ]) {
      const added = await postAs(admin, 'accounts', {
        username: `baru-${randomUUID()}`,
        displayName: name,
        nip: null,
      });
      expect(activationSlipSchema.parse(await added.json()).displayName).toBe(name);
    }
  });
});
