import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { findAppointments } from '#server/accounts/appointments.ts';
import { shareOutLeaves } from '#server/assignment/share-out-leaves.ts';
import { apiErrorBodySchema } from '#shared/contract/api-error.ts';
import { changesPageSchema } from '#shared/contract/changes.ts';
import { addDays, localDateOf } from '#shared/kernel/local-date.ts';
import type { TakenOver } from '#shared/records/told-assignment.ts';
import type { Usul } from '#shared/records/usul.ts';
import { addAccount } from '#tests/support/builders.ts';
import { useSharedOffice } from '#tests/support/shared-office.ts';
import { instansiA, opdA } from '#tests/support/several-appointments.ts';
import { signIn, type TestClient } from '#tests/support/server.ts';

const shared = useSharedOffice();
const { office, idOf, newUsul, toldOf, holderOf, clientOf } = shared;
const today = localDateOf(new Date());
const days = { from: today, until: addDays(today, 3) };
const letter = { number: '800/9/BKPSDM', date: today };
const unknown = '404 tidak_ditemukan';
let admin: TestClient;
let foreign: TestClient;

beforeAll(async () => {
  const { db } = office.server;
  await addAccount(db, 'admin-a', 'admin', instansiA);
  await addAccount(db, 'admin-z', 'admin', { kind: 'instansi', id: 'kem-z' });
  admin = await signIn(office.server, 'admin-a');
  foreign = await signIn(office.server, 'admin-z');
});

/** What a route answers: its answer, or status and kind of the error. */
async function ask(path: string, body?: object, by = admin): Promise<unknown> {
  const init = body && { method: 'POST', body: JSON.stringify(body) };
  const answer = await by.fetch(`/api/v1/admin/${path}`, init);
  const told: unknown = await answer.json();
  if (answer.ok) return told;
  return `${answer.status} ${apiErrorBodySchema.parse(told).error.kind}`;
}

/** What an account is told of that came to somebody by another's will. */
async function take(name: string, after = 0, flag = '&givenToo=1'): Promise<readonly TakenOver[]> {
  const answer = await clientOf(name).fetch(`/api/v1/changes?takenAfter=${after}${flag}`);
  return changesPageSchema.parse(await answer.json()).takenOver ?? [];
}
const lastOf = (told: readonly TakenOver[]): number => told.at(-1)?.number ?? 0;
const holdersOf = (usuls: readonly Usul[]) => Promise.all(usuls.map((usul) => holderOf(usul)));

const inTurn = { scope: opdA, stage: 'verifikasi', rule: { kind: 'bergilir' } };
const accountOf = (name: string) => clientOf(name).account.id;

describe('an admin', () => {
  test('sets a rule of an own OPD, sees who has how many, and gives usul by hand', async () => {
    const usul = await newUsul('asn-3');
    expect(await ask('assignment/rules', inTurn)).toMatchObject({ given: expect.any(Number) });
    const told = await ask('assignment?kind=opd&id=dinas-a');
    expect(told).toMatchObject({
      rules: [{ stage: 'verifikasi', rule: { kind: 'bergilir' } }, {}],
    });
    expect(JSON.stringify(told)).toContain('Petugas andi');
    const to = idOf('budi');
    const given = { to, filter: { usulIds: [usul.id, randomUUID()] }, reason: 'Cuti' };
    const before = await toldOf(usul, 'budi');
    expect(await ask('assignment', given)).toEqual({
      assigned: before?.to === 'anda' ? 0 : 1,
      left: { milik_sendiri: 0, sudah_memutus: 0, di_luar_cakupan: 0 },
    });
    expect(await toldOf(usul, 'budi')).toMatchObject({ to: 'anda' });
    const own = await newUsul('asn-0');
    expect(
      await ask('assignment', { to, filter: { usulIds: [own.id] }, reason: '' }),
    ).toMatchObject({
      assigned: 0,
      left: { milik_sendiri: 1 },
    });
    const audit = await office.server.db
      .selectFrom('audit')
      .select('details')
      .where('action', '=', 'aturan_penugasan')
      .where('account_id', '=', admin.account.id)
      .execute();
    expect(audit).toMatchObject([{ details: { sebagai: admin.account.appointmentId } }]);
  });

  test('who gives usul by hand: whoever had them and whoever gets them are told, once, what one act moved as one', async () => {
    expect(await ask('assignment/rules', inTurn)).toMatchObject({ version: expect.any(Number) });
    const to = idOf('budi');
    const usuls = [await newUsul('asn-3'), await newUsul('asn-3'), await newUsul('asn-4')];
    const usulIds = usuls.map(({ id }) => id);
    await ask('assignment', { to: idOf('andi'), filter: { usulIds }, reason: '' });
    const [before, beforeBudi] = [lastOf(await take('andi')), lastOf(await take('budi'))];
    await ask('assignment', { to, filter: { usulIds }, reason: 'Andi dinas luar' });
    const alike = { by: 'Petugas admin-a', reason: 'Andi dinas luar', count: 3 };
    const from = await take('andi', before);
    expect(from).toMatchObject([{ ...alike, kind: 'dipindahkan', to: 'Petugas budi' }]);
    expect(await take('budi', beforeBudi)).toMatchObject([{ ...alike, kind: 'ditugaskan' }]);
    // An application of before knows takeovers alone; and everybody is told once.
    expect(await take('budi', beforeBudi, '')).toEqual([]);
    expect(await take('andi', lastOf(from))).toEqual([]);
    for (const name of ['luar', 'pusat', 'citra']) expect(await take(name)).toEqual([]);
    // Given to whom has them already, nothing is moved and nothing told.
    await ask('assignment', { to, filter: { usulIds }, reason: 'Lagi' });
    expect(await take('budi', lastOf(await take('budi', beforeBudi)))).toEqual([]);
  });

  test('who notes a leave that has begun: what a rule gave goes to others, what was taken or given by hand stays', async () => {
    await ask('assignment/rules', inTurn);
    const { db } = office.server;
    const usuls: Usul[] = [];
    for (const asn of ['asn-2', 'asn-3', 'asn-4', 'asn-5']) usuls.push(await newUsul(asn));
    const byHand = await newUsul('asn-6');
    for (const to of [idOf('budi'), idOf('andi')]) {
      await ask('assignment', { to, filter: { usulIds: [byHand.id] }, reason: '' });
    }
    const held = await holdersOf(usuls);
    expect(new Set(held)).toEqual(new Set(['andi', 'budi']));
    const later = { from: addDays(today, 2), until: addDays(today, 3) };
    const noted = await ask('absences', { accountId: accountOf('andi'), ...later });
    expect(await holdersOf(usuls)).toEqual(held);
    // The day comes; of several servers each may see to it.
    const then = new Date(Date.now() + 2 * 86_400_000);
    await Promise.all([shareOutLeaves(db, then), shareOutLeaves(db, then)]);
    expect(await shareOutLeaves(db, then)).toBe(0);
    expect(await holdersOf(usuls)).toEqual(usuls.map(() => 'budi'));
    expect(await toldOf(byHand, 'andi')).toMatchObject({ to: 'anda' });
    await ask('absences/end', Object(noted));
    const now = await ask('absences', { accountId: accountOf('budi'), ...days });
    expect(new Set(await holdersOf(usuls))).toEqual(new Set(['andi']));
    await ask('absences/end', Object(now));
  });

  test('notes who is away and who acts for whom, and takes both back', async () => {
    const absence = await ask('absences', { accountId: accountOf('andi'), ...days });
    expect(await ask('absences')).toMatchObject({ absences: [{ displayName: 'Petugas andi' }] });
    const one = {
      holderId: idOf('andi'),
      substituteId: accountOf('luar'),
      kind: 'Plh.',
      letter,
      ...days,
    };
    const substitution = await ask('substitutions', one);
    expect(await ask('substitutions')).toMatchObject({
      substitutions: [{ holder: 'Petugas andi', substitute: 'Petugas luar', kind: 'Plh.' }],
    });
    const given = (await findAppointments(office.server.db, accountOf('luar'))).at(-1);
    expect(given).toMatchObject({ account: { scope: opdA }, validUntil: days.until, letter });
    for (const [path, noted] of [
      ['absences/end', absence],
      ['substitutions/end', substitution],
    ] as const) {
      expect(await ask(path, Object(noted), foreign)).toBe(unknown);
      expect(await ask(path, Object(noted))).toEqual(noted);
      expect(await ask(path, Object(noted))).toBe(unknown);
    }
  });

  test('of another instansi learns and changes nothing here, as if nothing of it were there', async () => {
    const { db } = office.server;
    const counts = () =>
      Promise.all(
        (['assignment_rule', 'usul_assignment', 'absence', 'substitution'] as const).map((table) =>
          db
            .selectFrom(table)
            .select((eb) => eb.fn.countAll().as('count'))
            .executeTakeFirst(),
        ),
      );
    const before = await counts();
    const one = {
      holderId: idOf('andi'),
      substituteId: accountOf('luar'),
      kind: 'Plh.',
      letter,
      ...days,
    };
    for (const [path, body] of [
      ['assignment?kind=opd&id=dinas-a', undefined],
      ['assignment?kind=kanreg&id=kr-1', undefined],
      ['assignment/rules', inTurn],
      ['assignment', { to: idOf('andi'), filter: {}, reason: '' }],
      ['absences', { accountId: accountOf('andi'), ...days }],
      ['substitutions', one],
      ['substitutions', { ...one, holderId: randomUUID() }],
    ] as const) {
      expect([path, await ask(path, body, foreign)]).toEqual([path, unknown]);
    }
    expect(await ask('absences', undefined, foreign)).toEqual({ absences: [] });
    expect(await ask('substitutions', undefined, foreign)).toEqual({ substitutions: [] });
    expect(await counts()).toEqual(before);
  });

  test('is refused what is no rule, no day, too much, or for the admin alone', async () => {
    const one = {
      holderId: idOf('andi'),
      substituteId: accountOf('luar'),
      kind: 'Plh.',
      letter,
      ...days,
    };
    for (const [path, body] of [
      ['assignment/rules', { ...inTurn, stage: 'persetujuan' }],
      ['assignment/rules', { ...inTurn, rule: { kind: 'bergilir', ambil: true } }],
      [
        'assignment/rules',
        { ...inTurn, rule: { kind: 'per_unor', people: { u: [idOf('citra')] } } },
      ],
      ['assignment', { to: admin.account.appointmentId, filter: {}, reason: '' }],
      ['assignment', { to: idOf('andi'), filter: { heldBy: '\u0000' }, reason: '' }],
      ['assignment', { to: idOf('andi'), filter: { opdIds: ['\u0000'] }, reason: '' }],
      ['assignment', { to: idOf('andi'), filter: {}, reason: 'x'.repeat(501) }],
      ['absences', { accountId: accountOf('andi'), from: days.until, until: days.from }],
      ['substitutions', { ...one, from: addDays(today, -1) }],
      ['substitutions', { ...one, substituteId: admin.account.id }],
      ['substitutions', { ...one, substituteId: accountOf('andi') }],
      ['substitutions', { ...one, kind: 'Pj.' }],
    ] as const) {
      expect([path, body, await ask(path, body)]).toEqual([path, body, '400 tidak_sah']);
    }
    const many = Array.from({ length: 60_000 }, () => 'x'.repeat(20));
    expect(
      await ask('assignment', { to: idOf('andi'), filter: { opdIds: many }, reason: '' }),
    ).toBe('413 terlalu_besar');
    expect(await ask('assignment', undefined, clientOf('andi'))).toBe('403 tidak_berwenang');
  });
});

test('a substitution and an absence that are sent twice at once are noted once', async () => {
  const { db } = office.server;
  const holder = await addAccount(db, 'pejabat', 'approver', instansiA);
  const { id: substituteId } = await addAccount(db, 'pengganti', 'monitor', instansiA);
  const one = { holderId: holder.appointmentId, substituteId, kind: 'Plh.', ...days, letter };
  const answers = await Promise.all([1, 2, 3].map(() => ask('substitutions', one)));
  expect(answers.filter((answer) => typeof answer === 'string')).toHaveLength(2);
  const held = await findAppointments(db, substituteId);
  expect(held.map(({ account }) => account.role).toSorted()).toEqual(['approver', 'monitor']);
  const absence = { accountId: holder.id, ...days };
  const away = await Promise.all([1, 2, 3].map(() => ask('absences', absence)));
  expect(new Set(away.map((noted) => JSON.stringify(noted))).size).toBe(1);
});
