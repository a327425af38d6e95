import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { findAppointments } from '#server/accounts/appointments.ts';
import { addSubstitution } from '#server/assignment/substitutions.ts';
import { release } from '#server/handover/rule-waiting.ts';
import { findWaiting } from '#server/handover/waiting.ts';
import { verifyChain } from '#server/commands/chain.ts';
import { auditPageSchema } from '#shared/contract/admin/audit.ts';
import type { Usul } from '#shared/records/usul.ts';
import { kabA, kemZ, readAs } from '#tests/support/admin-desk.ts';
import {
  addAccount,
  appoint,
  currentUsul,
  day,
  makeDecision,
  makeRefusal,
} from '#tests/support/builders.ts';
import { bulkPcOf, fateOf, setLeast } from '#tests/support/bulk-office.ts';
import { tamper } from '#tests/support/database.ts';
import { useOffice } from '#tests/support/office.ts';
import { signIn, signInUnder, type TestClient } from '#tests/support/server.ts';
import { addPerson, endNow, instansiA, opdA, toldTo } from '#tests/support/several-appointments.ts';
import { addVerified } from '#tests/support/verified-usul.ts';

const office = useOffice();

const rowOf = (id: string) =>
  office.server.db
    .selectFrom('decision')
    .select('appointment_id')
    .where('id', '=', id)
    .executeTakeFirst();

describe('a command', () => {
  let person: Awaited<ReturnType<typeof addPerson>>;
  let client: TestClient;

  beforeAll(async () => {
    person = await addPerson(office.server.db);
    client = await signInUnder(office.server, person.verifikator);
  });

  test('counts under the appointment of the session, or the one that it names; the chain keeps which', async () => {
    const { verifikator, approver } = person;
    const [first, second] = [await office.newUsul(), await office.newUsul()];
    const silent = makeRefusal(first);
    expect(await office.decide(silent, client)).toMatchObject({ kind: 'diterima' });
    expect(await rowOf(silent.id)).toMatchObject({ appointment_id: verifikator.appointmentId });
    await office.decide(makeDecision(second));
    const named = makeRefusal(await currentUsul(office.server.db, second.id), {
      appointmentId: approver.appointmentId,
    });
    expect(await office.decide(named, client)).toMatchObject({ kind: 'diterima' });
    expect(await rowOf(named.id)).toMatchObject({ appointment_id: approver.appointmentId });
    expect(await office.decide(named, client)).toMatchObject({ kind: 'diterima' });
    const { db, databaseUrl } = office.server;
    expect(await verifyChain(db, 'kab-a')).toBeUndefined();
    const put = (id: string | null) =>
      tamper(
        databaseUrl,
        `UPDATE decision SET appointment_id = ${id === null ? 'NULL' : `'${id}'`} WHERE id = '${named.id}'`,
      );
    for (const altered of [verifikator.appointmentId, null]) {
      await put(altered);
      expect(await verifyChain(db, 'kab-a')).toMatchObject({ kind: 'diubah' });
    }
    await put(approver.appointmentId);
    expect(await verifyChain(db, 'kab-a')).toBeUndefined();
  });

  test('under another person’s appointment, one that does not exist, or one that is not valid, is refused', async () => {
    const usul = await office.newUsul();
    const { db } = office.server;
    const ended = await appoint(db, person.monitor, 'verifikator', opdA);
    await endNow(office.server.db, ended);
    const notYet = await appoint(db, person.monitor, 'verifikator', opdA, {
      validFrom: day('2999-01-01'),
    });
    const stranger = (await addPerson(office.server.db)).verifikator;
    const outcomes: [string, string][] = [
      [stranger.appointmentId, 'tidak_berwenang'],
      [randomUUID(), 'tidak_berwenang'],
      [ended.appointmentId, 'penunjukan_berakhir'],
      [notYet.appointmentId, 'penunjukan_berakhir'],
      [person.monitor.appointmentId, 'tidak_berwenang'],
    ];
    for (const [appointmentId, kind] of outcomes) {
      const result = await office.decide(makeRefusal(usul, { appointmentId }), client);
      expect(result).toMatchObject({ kind: 'ditolak', error: { kind } });
    }
    const nonsense = await office.decide({ ...makeRefusal(usul), appointmentId: 'x' }, client);
    expect(nonsense).toMatchObject({ kind: 'ditolak', error: { kind: 'tidak_sah' } });
    expect(await currentUsul(db, usul.id)).toEqual(usul);
  });

  test('that comes after its appointment ended waits for BKPSDM, once, and goes on when it is released', async () => {
    const { db } = office.server;
    const { monitor, approver } = await addPerson(db);
    const short = await appoint(db, monitor, 'verifikator', opdA);
    const other = await signInUnder(office.server, approver);
    const usul = await office.newUsul();
    const decision = makeRefusal(usul, { appointmentId: short.appointmentId });
    await endNow(db, short);
    const waits = {
      kind: 'ditolak',
      error: { kind: 'penunjukan_berakhir', message: expect.stringContaining('menunggu') },
    };
    expect(await office.decide(decision, other)).toMatchObject(waits);
    expect(await office.decide(decision, other)).toMatchObject(waits);
    // Under the same id nothing else takes its place, nor does it wait in the name of somebody else.
    expect(await office.decide({ ...decision, note: 'lain' }, other)).toMatchObject({
      error: { kind: 'id_bentrok' },
    });
    const [late, ...more] = await findWaiting(db, decision.id);
    expect(more).toEqual([]);
    expect(late).toMatchObject({ accountId: monitor.id, deviceId: other.deviceId });
    expect(await currentUsul(db, usul.id)).toEqual(usul);
    const ports = { db, now: () => new Date(), onBug: () => undefined };
    expect(await release(ports, late!)).toMatchObject({ kind: 'diterima' });
    expect(await rowOf(decision.id)).toMatchObject({ appointment_id: short.appointmentId });
    expect(await office.decide(decision, other)).toMatchObject({ kind: 'diterima' });
  });

  test('that was taken in gets the same answer again, also when its appointment has ended since', async () => {
    const { monitor, approver } = await addPerson(office.server.db);
    const short = await appoint(office.server.db, monitor, 'verifikator', opdA);
    const other = await signInUnder(office.server, approver);
    const decision = makeRefusal(await office.newUsul(), { appointmentId: short.appointmentId });
    const taken = await office.decide(decision, other);
    expect(taken).toMatchObject({ kind: 'diterima' });
    await endNow(office.server.db, short);
    expect(await office.decide(decision, other)).toEqual(taken);
  });
});

describe('two pairs of eyes', () => {
  test('are two people: who decided at one stage does not at a later one, whatever the appointment', async () => {
    const { verifikator, approver } = await addPerson(office.server.db);
    const [first, again] = [
      await signInUnder(office.server, verifikator),
      await signInUnder(office.server, approver),
    ];
    const someone = await signInUnder(office.server, (await addPerson(office.server.db)).approver);
    const usul = await office.newUsul();
    expect(await office.decide(makeDecision(usul), first)).toMatchObject({ kind: 'diterima' });
    const toldOf = async (by: TestClient) => (await toldTo(by)).find(({ id }) => id === usul.id)!;
    const waiting = await toldOf(again);
    expect(waiting).toMatchObject({ decidedByYou: true });
    const { decidedByYou: _you, ...others } = waiting;
    expect(await toldOf(someone)).toEqual(others);
    for (const outcome of ['teruskan', 'perbaikan', 'tolak', 'kembalikan'] as const) {
      const change = { outcome, reasons: ['DOK_SALAH'], note: 'Contoh.' };
      const made = outcome === 'teruskan' ? makeDecision(others) : makeRefusal(others, change);
      expect(await office.decide(made, again)).toMatchObject({
        kind: 'ditolak',
        error: {
          kind: 'tidak_berwenang',
          message: 'Anda sudah memutus usul ini pada tahap sebelumnya.',
        },
      });
    }
    // Nor from the session of the first one, by naming the other.
    const named = makeDecision(others, { appointmentId: approver.appointmentId });
    expect(await office.decide(named, first)).toMatchObject({ kind: 'ditolak' });
    expect(await office.handOver([makeDecision(others)], again)).toMatchObject([
      { kind: 'ditolak' },
    ]);

    // Returned, the same verifikator decides it again, and who returned it approves it.
    const back = makeRefusal(others, { outcome: 'kembalikan', note: 'Periksa tahunnya.' });
    expect(await office.decide(back, someone)).toMatchObject({ kind: 'diterima' });
    const { db } = office.server;
    const redo = makeDecision(await currentUsul(db, usul.id));
    expect(await office.decide(redo, first)).toMatchObject({ kind: 'diterima' });
    const approved = makeDecision(await currentUsul(db, usul.id));
    expect(await office.decide(approved, again)).toMatchObject({ kind: 'ditolak' });
    expect(await office.decide(approved, someone)).toMatchObject({ kind: 'diterima' });
    expect(await currentUsul(db, usul.id)).toMatchObject({
      position: { kind: 'selesai', result: 'disetujui' },
    });
  });

  test('nor under another account of the same number', async () => {
    const { db } = office.server;
    const nip = '198013012005011009';
    await addAccount(db, 'bernomor', 'verifikator', opdA, nip);
    await addAccount(db, nip, 'approver', instansiA);
    const [first, again] = [
      await signIn(office.server, 'bernomor'),
      // Found by user name before it is found by number.
      await signIn(office.server, nip),
    ];
    expect(again.session.account.role).toBe('approver');
    const usul = await office.newUsul();
    expect(await office.decide(makeDecision(usul), first)).toMatchObject({ kind: 'diterima' });
    const made = makeDecision(await currentUsul(db, usul.id));
    expect(await office.decide(made, again)).toMatchObject({ kind: 'ditolak' });
    expect((await toldTo(again)).find(({ id }) => id === usul.id)).toMatchObject({
      decidedByYou: true,
    });
  });
});

describe('whoever stands in for one who decided it, or whom it is about', () => {
  test('is told so before anything is typed, is refused in these words, and bulk is no way round it', async () => {
    const { db } = office.server;
    const by = office.client.account;
    const [theirs] = await addVerified(office.server, { verifikator: by });
    const eka = await addAccount(db, 'eka', 'monitor', instansiA, theirs!.employee.nip);
    const verifikator = await appoint(db, eka, 'verifikator', opdA);
    const { appointmentId: holderId } = await appoint(db, eka, 'approver', instansiA);
    const citra = await addAccount(db, 'citra', 'verifikator', { kind: 'opd', id: 'dinas-b' });
    const letter = { number: '800/7/BKPSDM/2026', date: day('2026-11-20') };
    const days = { from: day('2020-01-01'), until: day('2999-12-31') };
    const one = { holderId, substituteId: citra.id, kind: 'Plh.', letter, ...days } as const;
    expect(await addSubstitution(db, one, null)).toMatchObject({ ok: true });
    const { account } = (await findAppointments(db, citra.id)).at(-1)!;
    const client = await signInUnder(office.server, account);
    const others = { change: { employeeId: 'asn-dinas-b' } };
    const [decided] = await addVerified(office.server, { verifikator, ...others });
    const free = await addVerified(office.server, { verifikator: by, count: 4, ...others });
    const told = await toldTo(client);
    const barsOf = ({ id }: Usul) =>
      told.find((usul) => usul.id === id)?.actingFor?.map(({ name, bar }) => [name, bar]);
    expect(barsOf(decided!)).toEqual([['Petugas eka', 'sudah_memutus']]);
    expect(barsOf(theirs!)).toEqual([['Petugas eka', 'milik_sendiri']]);
    expect(barsOf(free[0]!)).toBeUndefined();
    // Nobody else is told of it.
    const someone = await signInUnder(office.server, (await addPerson(db)).approver);
    const another = (await toldTo(someone)).find(({ id }) => id === decided!.id);
    expect(another).not.toHaveProperty('actingFor');
    for (const [usul, message] of [
      [decided!, 'Pejabat yang Anda gantikan sudah memutus usul ini pada tahap sebelumnya.'],
      [theirs!, 'Usul ini milik pegawai yang Anda gantikan.'],
    ] as const) {
      const bare = makeDecision(usul, { verdicts: [], evidence: [] });
      expect(await office.decide(bare, client)).toMatchObject({ error: { message } });
    }

    await setLeast(office, 1);
    const pc = bulkPcOf(office, account, client);
    const batch = await pc.finish((await pc.begin([decided!, theirs!, ...free])).id);
    expect(batch.state).toBe('disahkan');
    expect(fateOf(batch, decided!)).toEqual(['ditolak', 'sudah_memutus']);
    expect(fateOf(batch, theirs!)).toEqual(['ditolak', 'milik_sendiri']);
    const ids = free.map(({ id }) => id);
    for (const id of ids) {
      expect((await currentUsul(db, id)).history.at(-1)?.actorName).toBe(
        `Petugas citra a.n. Petugas eka, Plh., ${letter.number}`,
      );
    }
    const rows = await db
      .selectFrom('decision')
      .select(['on_behalf_of', 'link_format'])
      .where('usul_id', 'in', ids)
      .where('account_id', '=', citra.id)
      .execute();
    const inPlace = { link_format: 4, on_behalf_of: { accountId: eka.id } };
    expect(rows).toMatchObject(ids.map(() => inPlace));
    expect(await verifyChain(db, 'kab-a')).toBeUndefined();
  });
});

const auditOf = async (by: TestClient) => {
  const { rows } = await readAs(by, 'audit?who=dua-tempat', auditPageSchema);
  return rows.map((row) => row.action);
};

test('the audit of a decision is seen where its appointment lies, and there alone', async () => {
  const { server } = office;
  for (const [name, scope] of [
    ['admin-a', kabA],
    ['admin-z', kemZ],
  ] as const) {
    await addAccount(server.db, name, 'admin', scope);
  }
  const both = await addAccount(server.db, 'dua-tempat', 'verifikator', kabA);
  const { appointmentId } = await appoint(server.db, both, 'verifikator', kemZ);
  const there = await signInUnder(server, { username: 'dua-tempat', appointmentId });
  const decided = makeRefusal(await office.newUsul({}, 'setjen-z'));
  expect(await office.decide(decided, there)).toMatchObject({ kind: 'diterima' });
  expect(await auditOf(await signIn(server, 'admin-z'))).toEqual(['keputusan', 'masuk']);
  expect(await auditOf(await signIn(server, 'admin-a'))).toEqual([]);
});
