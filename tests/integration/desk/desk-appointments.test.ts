import {
  comeBack,
  decide,
  hasState,
  hasUsul,
  openDesk,
  type RealPc,
  setNetwork,
  setUpPc,
  startOffice,
  stopOffice,
  withDatabaseOf,
} from '#tests/support/desk/real-pc.ts';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import { readMeta } from '#renderer/data/rows/meta.ts';
import { readSealedMeta, writeSealedMeta } from '#renderer/data/rows/sealed-meta.ts';
import type { RunningDesk } from '#renderer/core/desk.ts';
import { endAppointment } from '#server/accounts/appointments.ts';
import { findWaiting } from '#server/handover/waiting.ts';
import type { Usul } from '#shared/records/usul.ts';
import type { AppointedAccount } from '#shared/workflow/authority/account.ts';
import { addUsul, addVerifikator, appoint, testPassword } from '#tests/support/builders.ts';
import type { TestServer } from '#tests/support/server.ts';
import { until } from '#tests/support/until.ts';
import { addVerified } from '#tests/support/verified-usul.ts';

const instansiA = { kind: 'instansi', id: 'kab-a' } as const;

let server: TestServer;
let colleague: AppointedAccount;
let count = 0;
let pc: RealPc;
/** The same person. */
let verifikator: string;
let approver: AppointedAccount;
/** One that waits for a verifikator, and one that a colleague forwarded to the approver; the verifikator follows both. */
let mine: Usul;
let forwarded: Usul;
let desk: RunningDesk;

beforeAll(async () => {
  server = await startOffice();
  colleague = await addVerifikator(server.db, 'dinas-a');
});
afterAll(() => stopOffice(server, []));

beforeEach(async () => {
  count += 1;
  await server.db.deleteFrom('feed_entry').execute();
  mine = await addUsul(server.db, server.documents, 'dinas-a');
  forwarded = (await addVerified(server, { verifikator: colleague }))[0]!;
  pc = await setUpPc(server, `rangkap-${count}`);
  verifikator = pc.accountId;
  approver = await appoint(server.db, { id: pc.accountId }, 'approver', instansiA);
  desk = await openDesk(pc);
  await hasUsul(desk, 2);
});
afterEach(async () => {
  pc.pc.close();
  await pc.network.stop();
});

const session = () => {
  const { session: now } = desk.session.getState();
  if (now.kind !== 'masuk') throw new Error(`The desk is ${now.kind}.`);
  return now;
};
const choose = (id: string) => desk.session.getState().chooseAppointment(id);
const listed = () =>
  desk.inbox
    .getState()
    .rows.map(({ id }) => id)
    .toSorted();

async function lists(...usul: readonly Usul[]): Promise<void> {
  await until(() => expect(listed()).toEqual(usul.map(({ id }) => id).toSorted()));
}

const withDatabase = <T>(work: (database: AccountDatabase) => Promise<T>): Promise<T> =>
  withDatabaseOf(pc, work);
const cursorNow = () => withDatabase((database) => readMeta(database, 'cursor'));
const documentsHere = () =>
  withDatabase((database) => database.documentBytes.toCollection().primaryKeys());
const waitsForBkpsdm = async () =>
  (await findWaiting(server.db)).map(({ decisionId }) => decisionId);
const decidedUnder = async (id: string) =>
  (
    await server.db
      .selectFrom('decision')
      .select('appointment_id')
      .where('id', '=', id)
      .executeTakeFirst()
  )?.appointment_id;

/** Both lists have come, and their documents; the person acts as verifikator. */
async function bothListsHere(): Promise<void> {
  expect(await choose(approver.appointmentId)).toEqual({ ok: true });
  await hasUsul(desk, 1);
  await until(async () => expect(await documentsHere()).toHaveLength(2));
  expect(await choose(verifikator)).toEqual({ ok: true });
  await hasUsul(desk, 2);
}

describe('a person with two appointments', () => {
  test('is asked at the sign-in, chooses, and has a list and a cursor for each', async () => {
    expect(desk.session.getState().appointmentAsked).toBe(true);
    expect(session().account).toMatchObject({ appointmentId: verifikator, role: 'verifikator' });
    expect(session().appointments?.map(({ id }) => id)).toEqual([
      verifikator,
      approver.appointmentId,
    ]);
    const before = await cursorNow();
    expect(await choose(approver.appointmentId)).toEqual({ ok: true });
    expect(desk.session.getState().appointmentAsked).toBe(false);
    expect(session().account).toMatchObject({ role: 'approver', scopeName: 'Kabupaten Contoh' });
    await lists(forwarded);
    expect(await choose(verifikator)).toEqual({ ok: true });
    await lists(mine, forwarded);
    await until(async () => expect(await cursorNow()).toBe(before));
  });

  test('goes from one to the other without network: lists, typing and documents stay, and all that was decided arrives under its own', async () => {
    await bothListsHere();
    const cursor = await cursorNow();
    const documents = await documentsHere();
    setNetwork(pc, false);
    await desk.currentCase.getState().open(mine.id);
    desk.currentCase.getState().writeNote('setengah jalan');
    expect(await choose(approver.appointmentId)).toEqual({ ok: true });
    await lists(forwarded);
    const approved = await decide(desk, forwarded);
    expect(await choose(verifikator)).toEqual({ ok: true });
    await lists(mine, forwarded);
    await desk.currentCase.getState().open(mine.id);
    expect(desk.currentCase.getState().current).toMatchObject({
      draft: { note: 'setengah jalan' },
    });
    const verified = await decide(desk, mine);
    expect(await documentsHere()).toEqual(documents);
    expect(await cursorNow()).toBe(cursor);
    pc.pc.close();
    // The next morning, still without network: where the person was.
    desk = await comeBack(pc);
    expect(session().account.role).toBe('verifikator');
    expect(desk.session.getState().appointmentAsked).toBe(false);
    expect(await choose(approver.appointmentId)).toEqual({ ok: true });
    await until(() => expect(desk.outbox.getState().waiting).toBe(2));
    setNetwork(pc, true);
    await hasState(desk, approved, 'terkirim');
    await hasState(desk, verified, 'terkirim');
    expect(await decidedUnder(approved)).toBe(approver.appointmentId);
    expect(await decidedUnder(verified)).toBe(verifikator);
  });

  test('does so in every window, and keeps what was chosen without network over the next sign-in', async () => {
    await bothListsHere();
    const other = pc.pc.openDesk();
    await until(() => expect(other.inbox.getState().rows).toHaveLength(2));
    setNetwork(pc, false);
    expect(await choose(approver.appointmentId)).toEqual({ ok: true });
    await until(() => {
      const { session: there } = other.session.getState();
      expect(there).toMatchObject({ kind: 'masuk', account: { role: 'approver' } });
      expect(other.inbox.getState().rows).toHaveLength(1);
    });
    // Locked in one window while the other goes on under another one: both are locked.
    await Promise.all([other.session.getState().lock(), choose(verifikator)]);
    await until(() => {
      const kinds = [desk, other].map((one) => one.session.getState().session.kind);
      expect(new Set(kinds)).toEqual(new Set(['terkunci']));
    });
    setNetwork(pc, true);
    const chosen = (await withDatabase((database) => readMeta(database, 'appointment')))!;
    expect(await desk.session.getState().signIn(pc.username, testPassword)).toEqual({ ok: true });
    expect(session().account.appointmentId).toBe(chosen);
  });

  test('delivers what was decided before, also while acting as one who has no queue; and is asked about as that one at once', async () => {
    const admin = await appoint(server.db, { id: pc.accountId }, 'admin', instansiA);
    pc.pc.clockAheadMs = 20 * 60_000;
    await until(() => expect(session().appointments).toHaveLength(3));
    setNetwork(pc, false);
    const decided = await decide(desk, mine);
    expect(await choose(admin.appointmentId)).toEqual({ ok: true });
    await lists();
    setNetwork(pc, true);
    await until(async () =>
      expect(await desk.query.ask('adminOverview', {})).toMatchObject({ ok: true }),
    );
    await hasState(desk, decided, 'terkirim');
    expect(await decidedUnder(decided)).toBe(verifikator);
    expect(await choose(verifikator)).toEqual({ ok: true });
    await lists(mine, forwarded);
  });

  test('chooses none that the server did not tell of, and stays at the desk', async () => {
    for (const id of [colleague.appointmentId, '01900000-0000-7000-8000-00000000ffff']) {
      expect(await choose(id)).toMatchObject({ ok: false });
      expect(session().account.appointmentId).toBe(verifikator);
    }
    expect(desk.session.getState().choiceFailed).not.toBeNull();
    await lists(mine, forwarded);
  });
});

describe('an appointment that ends', () => {
  test('while in use: what was decided under it waits for BKPSDM, its list goes, and the person goes on under the other', async () => {
    await bothListsHere();
    setNetwork(pc, false);
    await choose(approver.appointmentId);
    await desk.currentCase.getState().open(forwarded.id);
    desk.currentCase.getState().writeNote('belum selesai');
    await choose(verifikator);
    const late = await decide(desk, mine);
    await endAppointment(server.db, verifikator, null, new Date());
    setNetwork(pc, true);
    await until(() => expect(session().account.role).toBe('approver'));
    await lists(forwarded);
    expect(session().ended).toEqual([{ role: 'verifikator', scopeName: 'Dinas Contoh A' }]);
    await until(async () => expect(await waitsForBkpsdm()).toContain(late));
    await hasState(desk, late, 'ditolak');
    await until(async () =>
      expect(await documentsHere()).toEqual(forwarded.documents.map(({ sha256 }) => sha256)),
    );
    await withDatabase(async (database) => {
      expect(await database.usul.toCollection().primaryKeys()).toEqual([forwarded.id]);
      expect(await database.parked.count()).toBe(0);
      // What was typed about an usul of the other list as well is that one's.
      expect(await database.drafts.toCollection().primaryKeys()).toEqual([forwarded.id]);
    });
    desk.session.getState().dismissEnded();
    await until(() => expect(session().ended).toBeUndefined());
    const approved = await decide(desk, forwarded);
    await hasState(desk, approved, 'terkirim');
    // The last one ends as an account does.
    await endAppointment(server.db, approver.appointmentId, null, new Date());
    await until(() =>
      expect(desk.session.getState().session).toMatchObject({
        kind: 'keluar',
        ended: { kind: 'akses_diakhiri' },
      }),
    );
    await withDatabase(async (database) => {
      expect(await database.usul.count()).toBe(0);
      expect(await readSealedMeta(database, 'profile')).toBeUndefined();
    });
  });

  test('while put aside: its list goes with the next renewal, and the one in use is not touched', async () => {
    await bothListsHere();
    const cursor = await cursorNow();
    await endAppointment(server.db, approver.appointmentId, null, new Date());
    // The access token of this PC is about to run out.
    pc.pc.clockAheadMs = 20 * 60_000;
    await until(() =>
      expect(session().ended).toEqual([{ role: 'approver', scopeName: 'Kabupaten Contoh' }]),
    );
    expect(session().account.role).toBe('verifikator');
    expect(session().appointments?.map(({ id }) => id)).toEqual([verifikator]);
    await lists(mine, forwarded);
    expect((await cursorNow())?.split('~')[0]).toBe(cursor?.split('~')[0]);
    await withDatabase(async (database) => expect(await database.parked.count()).toBe(0));
    expect(await choose(approver.appointmentId)).toMatchObject({ ok: false });
  });

  test('and was chosen without network meanwhile: the person is told, and goes on under one that is valid', async () => {
    await bothListsHere();
    setNetwork(pc, false);
    expect(await choose(approver.appointmentId)).toEqual({ ok: true });
    const late = await decide(desk, forwarded);
    await endAppointment(server.db, approver.appointmentId, null, new Date());
    setNetwork(pc, true);
    await until(() => expect(session().account.role).toBe('verifikator'));
    expect(session().ended).toEqual([{ role: 'approver', scopeName: 'Kabupaten Contoh' }]);
    await lists(mine, forwarded);
    await until(async () => expect(await waitsForBkpsdm()).toContain(late));
  });
});

test('a PC of before, with one list and work that waits, goes on with everything, and may then choose', async () => {
  const typed = await addUsul(server.db, server.documents, 'dinas-a');
  await hasUsul(desk, 3);
  await until(async () => expect(await documentsHere()).toHaveLength(3));
  setNetwork(pc, false);
  const waiting = await decide(desk, mine);
  await desk.currentCase.getState().open(typed.id);
  desk.currentCase.getState().writeNote('diketik sebelum pemutakhiran');
  await desk.flush();
  pc.pc.close();
  const cursor = await cursorNow();
  const documents = await documentsHere();
  await withDatabase(async (database) => {
    const { account, policy } = (await readSealedMeta(database, 'profile'))!;
    const { appointmentId: _unknown, ...ofThen } = account;
    await writeSealedMeta(database, 'profile', { account: ofThen, policy });
    await database.meta.bulkDelete(['appointment', 'sessionAppointment']);
  });
  desk = await comeBack(pc);
  await lists(mine, forwarded, typed);
  expect(session().appointments).toBeUndefined();
  pc.pc.clockAheadMs = 20 * 60_000;
  pc.network.reached.length = 0;
  setNetwork(pc, true);
  await hasState(desk, waiting, 'terkirim');
  await until(() => expect(session().appointments).toHaveLength(2));
  await hasUsul(desk, 3);
  expect((await cursorNow())?.split('.')[0]).toBe(cursor?.split('.')[0]);
  expect(await documentsHere()).toEqual(documents);
  expect(pc.network.reached.filter((call) => call.includes('/documents/'))).toEqual([]);
  await desk.currentCase.getState().open(typed.id);
  expect(desk.currentCase.getState().current).toMatchObject({
    draft: { note: 'diketik sebelum pemutakhiran' },
  });
  expect(await choose(approver.appointmentId)).toEqual({ ok: true });
  // What the person forwarded waits there as well, for somebody else.
  await lists(mine, forwarded);
});
