import { describe, expect, test } from 'vitest';
import { evidenceOf, isRead, openUsul, shaOf } from '#tests/support/desk/evidence-pc.ts';
import { pageWith } from '#tests/support/desk/fake-evidence.ts';
import { fakeAccountId } from '#tests/support/desk/fake-server.ts';
import { sampleUsul } from '#tests/support/desk/sample-usul.ts';
import {
  decideNow,
  givenEarlyDesk,
  lockedAgain,
  mark,
  opened,
  required,
  statementsOf,
} from '#tests/support/evidence/early-decision.ts';
import { until } from '#tests/support/until.ts';
import { CommandJournal } from '#renderer/data/journal/command-journal.ts';

const { given, foreign, other, decideEarly } = givenEarlyDesk();

describe('a decision that is made while its document is still being read', () => {
  test('comes back with everything typed, and is told of, when the document is another person’s', async () => {
    foreign.add(shaOf(1));
    const desk = await given.seated();
    const id = await decideEarly(desk, 1);
    expect(statementsOf(desk, id)).toEqual([required, mark(1)]);
    // The person has gone on; reading has not stopped.
    await openUsul(desk, 2);
    expect(given.reader.signals[0]?.aborted).toBe(false);
    given.reader.release();
    await until(() => expect(desk.outbox.getState().broughtBack).toHaveLength(1));
    expect(desk.outbox.getState()).toMatchObject({
      waiting: 0,
      last: null,
      broughtBack: [
        {
          usulId: sampleUsul(1).id,
          employeeName: 'Pegawai Contoh 1',
          sentences: [expect.stringContaining('milik orang lain (Budi)')],
        },
      ],
    });
    expect(given.reader.orders.filter(({ sha256 }) => sha256 === shaOf(1))).toHaveLength(1);
    expect(opened(desk).usul.id).toBe(sampleUsul(2).id);
    // The lists know of it too.
    const row = desk.inbox.getState().rows.find((one) => one.id === sampleUsul(1).id);
    expect(row?.documentFindings).toBe(1);

    await openUsul(desk, 1);
    expect(desk.outbox.getState().broughtBack).toEqual([]);
    expect(opened(desk)).toMatchObject({
      readOnlyBecause: null,
      draft: { outcome: 'teruskan', note: 'Catatan 1.', acknowledged: [required] },
    });
    await until(() =>
      expect(opened(desk).gaps.map(({ kind }) => kind)).toEqual(['peringatan_terbuka']),
    );
    const again = await decideNow(desk, 1);
    const answered = { kind: 'dokumen', subject: 'orang_lain', about: shaOf(1) };
    expect(statementsOf(desk, again)).toEqual([required, answered]);
  });

  test('is held longer, and no longer than others once it was read', async () => {
    const desk = await given.seated({ holdMs: 30_000 });
    const id = await decideEarly(desk, 1);
    const until30 = Date.now() + 30_000;
    expect(desk.outbox.getState().last?.heldUntil).toBeGreaterThan(until30 + 30_000);
    given.reader.release();
    await until(() => expect(statementsOf(desk, id)).toEqual([required]));
    expect(desk.outbox.getState().last?.heldUntil).toBeLessThanOrEqual(until30);
  });

  test('stands as if it had waited when the document bears it out, in outbox and journal', async () => {
    const desk = await given.seated();
    const id = await decideEarly(desk, 1);
    await openUsul(desk, 2);
    given.reader.release();
    await until(() => expect(statementsOf(desk, id)).toEqual([required]));
    expect(desk.outbox.getState()).toMatchObject({ waiting: 1, broughtBack: [] });
    expect(desk.outbox.getState().last?.decisionId).toBe(id);
    const journal = new CommandJournal(
      {
        journal: given.at.pc.disk.journal,
        accountId: fakeAccountId,
        exclusively: (_name, work) => work(),
      },
      given.at.pc.vault,
    );
    const kept = await journal.inTurn((turn) => turn.read());
    expect(kept.ok && kept.value.standing.get(id)?.command).toMatchObject({
      id,
      note: 'Catatan 1.',
      acknowledged: [required],
    });
    await isRead(desk, 2);
  });

  test('comes back for a field of which the document says another value, once all of it is read', async () => {
    other.add(shaOf(1));
    const desk = await given.seated();
    await decideEarly(desk, 1);
    given.reader.release();
    await until(() => expect(desk.outbox.getState().broughtBack).toHaveLength(1));
    // It is still on the desk: open again, with the question.
    expect(opened(desk).readOnlyBecause).toBeNull();
    expect(opened(desk).gaps.map(({ kind }) => kind)).toEqual(['peringatan_terbuka']);
  });

  test('goes as it is when its hold ends first, and says so; nothing is read for it any more', async () => {
    const desk = await given.seated({ holdMs: 0 });
    foreign.add(shaOf(1));
    await decideEarly(desk, 1);
    await until(() => expect(given.at.server.received).toHaveLength(1));
    expect(given.at.server.received[0]?.acknowledged).toEqual([required, mark(1)]);
    await openUsul(desk, 2);
    await until(() => expect(given.reader.signals[0]?.aborted).toBe(true));
    given.reader.release();
    await isRead(desk, 2);
    expect(desk.outbox.getState().broughtBack).toEqual([]);
  });

  test('is read before the usul that is being looked at, and one that cannot be sent yet after it', async () => {
    const desk = await given.seated({ holdMs: 1_000 });
    const error = { kind: 'belum_masuk', message: 'Belum masuk.', action: 'Masuk.' } as const;
    given.at.server.fault = { kind: 'server', status: 401, error };
    desk.sync.getState().syncNow();
    await until(() => expect(desk.sync.getState().connection.kind).toBe('perlu_masuk'));
    foreign.add(shaOf(1));
    await decideEarly(desk, 1);
    given.at.pc.clockAheadMs = 5_000;
    await openUsul(desk, 2);
    // Its hold is over: what is looked at goes first, and what was begun of the other is given up.
    await until(() => expect(given.reader.orders.at(-1)?.sha256).toBe(shaOf(2)));
    expect(given.reader.signals[0]?.aborted).toBe(true);
    given.reader.release();
    await until(() => expect(desk.outbox.getState().broughtBack).toHaveLength(1));
    expect(given.reader.orders.map(({ sha256 }) => sha256)).toEqual([1, 2, 1].map((n) => shaOf(n)));
  });

  test('is looked at again after the desk was locked', async () => {
    foreign.add(shaOf(1));
    const desk = await given.seated();
    await decideEarly(desk, 1);
    given.reader.held = false;
    await lockedAgain(desk);
    await until(() => expect(desk.outbox.getState().broughtBack).toHaveLength(1));
  });

  test('that returns the usul asks nothing of its documents', async () => {
    foreign.add(shaOf(1));
    const desk = await given.seated();
    given.reader.held = true;
    await openUsul(desk, 1);
    const actions = desk.currentCase.getState();
    actions.judgeField('namaOrganisasi', 'tidak_sesuai', 'Lain');
    expect((await actions.decide()).ok).toBe(true);
    expect(opened(desk).decidedHere?.decision.acknowledged).toBeUndefined();
    expect(desk.outbox.getState().unread).toEqual([]);
  });
});

test('two documents: one that is foreign brings the usul back though the other is still being read', async () => {
  const second = shaOf(3);
  const [further] = sampleUsul(3).documents;
  const documents = [...sampleUsul(1).documents, { ...further!, documentId: 'mv-y' }];
  given.at.server.change(sampleUsul(1, { version: 2, documents }));
  const desk = await given.seated();
  await until(() =>
    expect(desk.inbox.getState().rows.find(({ version }) => version === 2)).toBeDefined(),
  );
  foreign.add(shaOf(1));
  given.reader.held = true;
  await openUsul(desk, 1);
  await until(() => expect(given.reader.orders).toHaveLength(1));
  const actions = desk.currentCase.getState();
  actions.documentOpened(second, 1);
  actions.pageShown(second, 1);
  const order = given.reader.orders[0]!.sha256;
  await decideNow(desk, 1);
  expect(evidenceOf(desk).unread).toHaveLength(2);
  // The second of them is never answered.
  given.reader.answer = async ({ sha256 }) =>
    sha256 === order
      ? {
          sha256,
          engine: 'mesin-1',
          pageCount: 1,
          failure: null,
          pages: [pageWith(['Organisasi 1', 'Anggota'])],
        }
      : new Promise(() => {});
  foreign.add(order);
  given.reader.release();
  await until(() => expect(desk.outbox.getState().broughtBack).toHaveLength(1));
});
