import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { findAccountByLogin } from '#server/accounts/accounts.ts';
import { findAppointments, standingOf } from '#server/accounts/appointments.ts';
import { verifyChain } from '#server/commands/chain.ts';
import { findWaiting } from '#server/handover/waiting.ts';
import { apiErrorBodySchema } from '#shared/contract/api-error.ts';
import {
  addAccount,
  appoint,
  currentUsul,
  makeDecision,
  testPassword,
} from '#tests/support/builders.ts';
import { handoverOf } from '#tests/support/handover.ts';
import { useOffice } from '#tests/support/office.ts';
import { postJson, signIn, signInUnder } from '#tests/support/server.ts';
import { runServerCommand } from '#tests/support/server-cli.ts';
import { instansiA, opdA } from '#tests/support/several-appointments.ts';

const office = useOffice();
const run = (args: readonly string[], answers: readonly string[] = []) =>
  runServerCommand(office.server, args, answers);

async function isPerson(username: string, displayName: string, nip: string | null): Promise<void> {
  await office.server.db
    .updateTable('account')
    .set({ display_name: displayName, nip })
    .where('username', '=', username)
    .execute();
}

test('two accounts of one person become one by a listed choice: appointments, two pairs of eyes, the old name, what waits on its PC', async () => {
  const { server } = office;
  const { db } = server;
  const old = await addAccount(db, 'sri.opd', 'verifikator', opdA);
  const kept = await addAccount(db, 'sri', 'approver', instansiA);
  await appoint(db, old, 'approver', instansiA);
  await isPerson('sri.opd', 'SRI WAHYUNI, S.E.', null);
  await isPerson('sri', 'Sri Wahyuni S.E.', '198501012010012901');
  await addAccount(db, 'lain', 'verifikator', opdA);
  await isPerson('lain', 'Sri Wahyuni S.E.', '199001012015012902');

  const pc = await signInUnder(server, old);
  const usul = await office.newUsul();
  expect(await office.decide(makeDecision(usul), pc)).toMatchObject({ kind: 'diterima' });
  const late = makeDecision(await office.newUsul());

  const { text } = await run(['account', 'merge', 'list']);
  expect(text).toContain('sri.opd, SRI WAHYUNI, S.E.');
  expect(text.split('\n').find((line) => line.includes('sri.opd'))).toContain('198501012010012901');
  expect(text).not.toContain('verifikator-dinas-a');
  const merge = (into: string, other: string, typed = other) =>
    run(['account', 'merge', into, '--with', other], [typed]);
  const outcomes = [
    ['sri', 'lain', 'lain'],
    ['sri', 'sri', 'sri'],
    ['sri', 'verifikator-dinas-a', 'verifikator-dinas-a'],
    ['sri', 'tidak-ada', 'tidak-ada'],
    // Not the name that was asked for.
    ['sri', 'sri.opd', 'ya'],
  ] as const;
  for (const [into, other, typed] of outcomes) {
    expect([other, (await merge(into, other, typed)).code]).toEqual([other, 1]);
  }
  expect((await pc.fetch('/api/v1/changes')).status).toBe(200);

  expect(await merge('sri', 'sri.opd')).toMatchObject({
    code: 0,
    text: expect.stringContaining('1 penunjukan dipindahkan'),
  });
  const now = new Date();
  const held = await findAppointments(db, kept.id);
  expect(held.map(({ account }) => account.role).toSorted()).toEqual(['approver', 'verifikator']);
  const before = await findAppointments(db, old.id);
  expect(before.map((one) => standingOf(one, now))).toEqual(['berakhir', 'berakhir']);
  expect((await findAccountByLogin(db, '19850101 201001 2 901'))?.id).toBe(kept.id);

  // The old name says which one to use, to whoever knows its password.
  const tell = async (password: string) => {
    const body = { username: 'sri.opd', password, device: { id: randomUUID(), name: 'PC' } };
    const answer = await postJson(server, '/api/v1/session', body);
    return apiErrorBodySchema.parse(await answer.json()).error;
  };
  expect(await tell(testPassword)).toMatchObject({
    kind: 'tidak_berwenang',
    message: expect.stringContaining('akun sri'),
  });
  expect(await tell('salah sama sekali')).toMatchObject({ kind: 'sandi_salah' });

  // Its PC is signed out, and hands over what waits there.
  expect((await pc.fetch('/api/v1/changes')).status).toBe(401);
  const handed = await postJson(server, '/api/v1/handover/revoked', await handoverOf(pc, [late]));
  expect(handed.status).toBe(200);
  expect((await findWaiting(db)).map(({ decisionId }) => decisionId)).toContain(late.id);

  // What was decided under the old name was decided by the same person.
  const approver = held.find(({ account }) => account.role === 'approver')!;
  const client = await signIn(server, 'sri', undefined, undefined, approver.account.appointmentId);
  const second = makeDecision(await currentUsul(db, usul.id));
  expect(await office.decide(second, client)).toMatchObject({ kind: 'ditolak' });
  expect(await verifyChain(db, 'kab-a')).toBeUndefined();
  expect((await merge('sri', 'sri.opd')).code).toBe(1);
});
