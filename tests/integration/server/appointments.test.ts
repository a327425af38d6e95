import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { endAppointment } from '#server/accounts/appointments.ts';
import { verifyChain } from '#server/commands/chain.ts';
import { apiErrorBodySchema } from '#shared/contract/api-error.ts';
import { handoverReceiptSchema } from '#shared/contract/handover.ts';
import { chosenAppointmentSchema, type Session } from '#shared/contract/session.ts';
import {
  addAccount,
  appoint,
  currentUsul,
  day,
  makeRefusal,
  testPassword,
} from '#tests/support/builders.ts';
import { tamper } from '#tests/support/database.ts';
import { handoverOf } from '#tests/support/handover.ts';
import { useOffice } from '#tests/support/office.ts';
import {
  postJson,
  signIn,
  signInUnder,
  startTestServer,
  type TestClient,
} from '#tests/support/server.ts';
import { runServerCommand } from '#tests/support/server-cli.ts';
import { addPerson, endNow, instansiA, toldTo } from '#tests/support/several-appointments.ts';

const office = useOffice();
const justNow = () => new Date(Date.now() - 1_000);

async function trySignIn(username: string, appointmentId?: string) {
  const device = { id: randomUUID(), name: 'PC' };
  const body = { username, password: testPassword, device, appointmentId };
  const answer = await postJson(office.server, '/api/v1/session', body);
  if (answer.ok) return 'masuk';
  return `${answer.status} ${apiErrorBodySchema.parse(await answer.json()).error.kind}`;
}

async function choose(by: TestClient, appointmentId: string) {
  const body = JSON.stringify({ appointmentId });
  const answer = await by.fetch('/api/v1/session/appointment', { method: 'POST', body });
  if (answer.ok) return chosenAppointmentSchema.parse(await answer.json()).account.role;
  return `${answer.status} ${apiErrorBodySchema.parse(await answer.json()).error.kind}`;
}

const refresh = ({ session, deviceId }: TestClient) =>
  postJson(office.server, '/api/v1/session/refresh', {
    refreshToken: session.refreshToken,
    deviceId,
  });

async function kindOf(answer: Response): Promise<string> {
  return `${answer.status} ${apiErrorBodySchema.parse(await answer.json()).error.kind}`;
}

const rowOf = (id: string) =>
  office.server.db
    .selectFrom('decision')
    .select(['appointment_id', 'account_id'])
    .where('id', '=', id)
    .executeTakeFirst();

describe('a person with several appointments', () => {
  test('signs in under the first that has a queue, then under the last used, or the one asked for', async () => {
    const { monitor, verifikator, approver } = await addPerson(office.server.db);
    const { username } = monitor;
    const [here, elsewhere] = [randomUUID(), randomUUID()];
    const idOf = async (appointmentId?: string, pc = here) =>
      (await signIn(office.server, username, pc, undefined, appointmentId)).session;
    const first: Session = await idOf();
    expect(first.account).toEqual(verifikator);
    expect(first.appointments?.map(({ id, role }) => [id, role])).toEqual(
      [monitor, verifikator, approver].map((one) => [one.appointmentId, one.role]),
    );
    expect(first.appointments).toContainEqual({
      id: approver.appointmentId,
      role: 'approver',
      scope: instansiA,
      scopeName: 'Kabupaten Contoh',
      validFrom: '2020-01-01',
      validUntil: null,
    });
    expect((await idOf(approver.appointmentId.toUpperCase())).account).toEqual(approver);
    expect((await idOf()).account).toEqual(approver);
    expect((await idOf(undefined, elsewhere)).account).toEqual(approver);
    await idOf(verifikator.appointmentId, elsewhere);
    // What was used on this PC, not what another one of the person used since.
    expect((await idOf()).account).toEqual(approver);
  });

  test('changes it within the session, at once and audited; what routes answer follows it', async () => {
    const { monitor, verifikator, approver } = await addPerson(office.server.db);
    const client = await signInUnder(office.server, monitor);
    expect((await client.fetch('/api/v1/changes')).status).toBe(403);
    expect(await choose(client, verifikator.appointmentId)).toBe('verifikator');
    const usul = await office.newUsul();
    expect((await toldTo(client)).map(({ id }) => id)).toContain(usul.id);
    expect(await choose(client, approver.appointmentId)).toBe('approver');
    expect((await toldTo(client)).map(({ id }) => id)).not.toContain(usul.id);
    const renewed = await refresh(client);
    expect(await renewed.json()).toMatchObject({ account: approver });
    const audit = await office.server.db
      .selectFrom('audit')
      .select('details')
      .where('action', '=', 'penunjukan_dipilih')
      .where('account_id', '=', monitor.id)
      .orderBy('id')
      .execute();
    expect(audit.map(({ details }) => details['appointmentId'])).toEqual([
      verifikator.appointmentId,
      approver.appointmentId,
    ]);
  });

  test('under none that is not valid or not theirs, and is told alike of all of these', async () => {
    const { monitor, verifikator } = await addPerson(office.server.db);
    const other = await addPerson(office.server.db);
    const { db } = office.server;
    const notYet = await appoint(db, monitor, 'approver', instansiA, {
      validFrom: day('2999-01-01'),
    });
    const over = await appoint(db, monitor, 'approver', instansiA, {
      validUntil: day('2020-01-02'),
    });
    await endNow(office.server.db, verifikator);
    const refused = [notYet, over, verifikator, other.approver];
    const client = await signInUnder(office.server, monitor);
    for (const { appointmentId } of [...refused, { appointmentId: randomUUID() }]) {
      expect(await trySignIn(monitor.username, appointmentId)).toBe('403 penunjukan_berakhir');
      expect(await choose(client, appointmentId)).toBe('403 penunjukan_berakhir');
    }
    expect(client.session.appointments?.map(({ role }) => role)).toEqual(['monitor', 'approver']);
  });

  test('nor under another person’s that somebody wrote into the session past the server', async () => {
    const { verifikator } = await addPerson(office.server.db);
    const { approver } = await addPerson(office.server.db);
    const client = await signInUnder(office.server, verifikator);
    const { db } = office.server;
    await db
      .updateTable('session')
      .set({ appointment_id: approver.appointmentId })
      .where('device_id', '=', client.deviceId)
      .execute();
    expect(await kindOf(await client.fetch('/api/v1/changes'))).toBe('401 belum_masuk');
    expect(await kindOf(await refresh(client))).toBe('401 belum_masuk');
  });

  test('and under none at all when there is none, with a sentence that says so', async () => {
    const { monitor, verifikator, approver } = await addPerson(office.server.db);
    for (const one of [monitor, verifikator, approver]) await endNow(office.server.db, one);
    expect(await trySignIn(monitor.username)).toBe('403 tanpa_penunjukan');
    expect(await trySignIn(monitor.username, monitor.appointmentId)).toBe('403 tanpa_penunjukan');
  });
});

describe('an appointment that ends', () => {
  test('ends what its session may do, though the token is young; another session of the person goes on', async () => {
    const { verifikator, approver } = await addPerson(office.server.db);
    const [ending, staying] = [
      await signInUnder(office.server, verifikator),
      await signInUnder(office.server, approver),
    ];
    await endNow(office.server.db, verifikator);
    expect(await kindOf(await ending.fetch('/api/v1/changes'))).toBe('403 penunjukan_berakhir');
    // Neither renews it, nor is the token spent by that.
    for (let tried = 0; tried < 2; tried += 1) {
      expect(await kindOf(await refresh(ending))).toBe('403 penunjukan_berakhir');
    }
    expect((await staying.fetch('/api/v1/changes')).status).toBe(200);
    expect(await trySignIn(verifikator.username)).toBe('masuk');
  });

  test('leaves what was decided to be handed over, where it waits for BKPSDM like that of a revoked PC', async () => {
    const { verifikator, approver } = await addPerson(office.server.db);
    const client = await signInUnder(office.server, verifikator);
    const [before, late, other] = [
      await office.newUsul(),
      await office.newUsul(),
      await office.newUsul(),
    ];
    const taken = makeRefusal(before, { appointmentId: verifikator.appointmentId });
    expect(await office.decide(taken, client)).toMatchObject({ kind: 'diterima' });
    const file = async (...decisions: Parameters<typeof handoverOf>[1]) => {
      const body = await handoverOf(client, decisions);
      return postJson(office.server, '/api/v1/handover/revoked', body);
    };
    expect(await kindOf(await file(makeRefusal(late)))).toBe('401 belum_masuk');
    await endAppointment(office.server.db, verifikator.appointmentId, null, justNow());
    const waits = makeRefusal(late);
    // Another appointment of the same person, and one of somebody else's, named in the same file.
    const underOther = makeRefusal(other, { appointmentId: approver.appointmentId });
    const stranger = (await addPerson(office.server.db)).verifikator;
    const foreign = makeRefusal(other, { appointmentId: stranger.appointmentId });
    const answer = await file(taken, waits, underOther, foreign);
    expect(handoverReceiptSchema.parse(await answer.json())).toMatchObject({
      accepted: 1,
      refused: 3,
      waiting: 1,
    });
    expect(await currentUsul(office.server.db, late.id)).toEqual(late);
    const released = await runServerCommand(office.server, ['handover', 'release', waits.id]);
    expect(released.text).toContain('dilepas dan diterima');
    expect(await rowOf(waits.id)).toEqual({
      appointment_id: verifikator.appointmentId,
      account_id: verifikator.id,
    });
    expect(await verifyChain(office.server.db, 'kab-a')).toBeUndefined();
  });

  test('by its last day, which is over when it is over in the time zone of the instansi', async () => {
    const server = await startTestServer();
    const { db } = server;
    await tamper(
      server.databaseUrl,
      `INSERT INTO instansi VALUES ('timur', 'Kabupaten Timur', 'daerah', 'kr', 'WIT'),
         ('barat', 'Kabupaten Barat', 'daerah', 'kr', 'WIB')`,
    );
    const dates = { validFrom: day('2026-11-02'), validUntil: day('2026-11-30') };
    const clients = new Map<string, TestClient>();
    for (const id of ['timur', 'barat']) {
      const person = await addAccount(db, `di-${id}`, 'monitor', { kind: 'instansi', id });
      await endAppointment(db, person.appointmentId, null, new Date('2026-01-01'));
      const scope = { kind: 'instansi', id } as const;
      const under = await appoint(db, person, 'approver', scope, dates);
      const at = (text: string) => server.clock.set(new Date(text));
      const tries = async () => {
        const device = { id: randomUUID(), name: 'PC' };
        const body = { username: under.username, password: testPassword, device };
        return (await postJson(server, '/api/v1/session', body)).status;
      };
      const begins = id === 'timur' ? '2026-11-01T15:00:00.000Z' : '2026-11-01T17:00:00.000Z';
      at(new Date(Date.parse(begins) - 1).toISOString());
      expect([id, await tries()]).toEqual([id, 403]);
      at(begins);
      expect([id, await tries()]).toEqual([id, 200]);
      at('2026-11-30T14:58:00.000Z');
      clients.set(id, await signIn(server, under.username));
    }
    const statuses = async () =>
      Promise.all(
        [...clients.values()].map(async (client) => (await client.fetch('/api/v1/changes')).status),
      );
    server.clock.set(new Date('2026-11-30T14:59:59.999Z'));
    expect(await statuses()).toEqual([200, 200]);
    server.clock.set(new Date('2026-11-30T15:00:00.000Z'));
    expect(await statuses()).toEqual([403, 200]);
    await server.stop();
  });
});
