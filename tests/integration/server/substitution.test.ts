import { beforeAll, describe, expect, test } from 'vitest';
import { assignByHand } from '#server/assignment/assign-many.ts';
import { addSubstitution, endSubstitution } from '#server/assignment/substitutions.ts';
import { verifyChain } from '#server/commands/chain.ts';
import { findAppointments } from '#server/accounts/appointments.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { Usul } from '#shared/records/usul.ts';
import type { AppointedAccount, Scope } from '#shared/workflow/authority/account.ts';
import {
  addAccount,
  currentUsul,
  day,
  makeDecision,
  makeRefusal,
} from '#tests/support/builders.ts';
import { runStatement, tamper } from '#tests/support/database.ts';
import { useOffice } from '#tests/support/office.ts';
import { runServerCommand } from '#tests/support/server-cli.ts';
import { signIn, signInUnder, type TestClient } from '#tests/support/server.ts';
import { instansiA, opdA, toldTo } from '#tests/support/several-appointments.ts';

const office = useOffice();
const people = new Map<string, AppointedAccount>();
const clients = new Map<string, TestClient>();
const of = (name: string) => people.get(name)!;
const by = (name: string) => clients.get(name)!;
const letter = { number: '800/7/BKPSDM/2026', date: day('2026-11-20') };
const always = { from: day('2020-01-01'), until: day('2999-12-31') };

beforeAll(async () => {
  const { db } = office.server;
  const join = async (name: string, role: AppointedAccount['role'], scope: Scope) => {
    people.set(name, await addAccount(db, name, role, scope));
    clients.set(name, await signIn(office.server, name));
  };
  await join('budi', 'verifikator', opdA);
  await join('andi', 'verifikator', opdA);
  await join('citra', 'verifikator', { kind: 'opd', id: 'dinas-b' });
  await join('dewi', 'approver', instansiA);
});

async function substitute(
  name: string,
  holder: string,
  days: { readonly from: LocalDate; readonly until: LocalDate } = always,
) {
  const { appointmentId: holderId } = of(holder);
  const one = { holderId, substituteId: of(name).id, kind: 'Plh.', letter, ...days } as const;
  const made = await addSubstitution(office.server.db, one, null);
  if (!made.ok) throw new Error(made.error);
  return made.value;
}

const end = (id: string) => endSubstitution(office.server.db, id, null, new Date());

/** An usul of `dinas-a` that somebody has. */
async function heldBy(name: string): Promise<Usul> {
  const usul = await office.newUsul();
  const filter = { usulIds: [usul.id] };
  const selection = { scope: opdA, stage: 'verifikasi' as const, filter };
  const assigning = { by: null, reason: '', now: new Date() };
  await assignByHand(office.server.db, selection, of(name).appointmentId, assigning);
  return usul;
}

const rowOf = (id: string) =>
  office.server.db.selectFrom('decision').selectAll().where('id', '=', id).executeTakeFirst();
const toldOf = async ({ id }: Usul, client: TestClient) =>
  (await toldTo(client)).find((usul) => usul.id === id)?.assignment;

const statedAt = (usul: Usul, decidedAt: string) => makeRefusal(usul, { decidedAt });
const bare = (usul: Usul) => makeDecision(usul, { verdicts: [], evidence: [] });
const run = (args: readonly string[], answers: readonly string[] = []) =>
  runServerCommand(office.server, args, answers);

const accepted = { kind: 'diterima' } as const;
const othersUsul = { error: { kind: 'ditugaskan_kepada_lain' } } as const;

describe('a colleague who substitutes', () => {
  test('decides what the other has in that one’s place: both names and the letter are kept, in the chain as well', async () => {
    const usul = await heldBy('budi');
    expect(await office.decide(makeRefusal(usul), by('andi'))).toMatchObject(othersUsul);
    const made = await substitute('andi', 'budi');
    expect(made.given).toBe(false);
    expect(await toldOf(usul, by('andi'))).toMatchObject({
      to: 'rekan',
      insteadFrom: always.from,
      insteadUntil: always.until,
    });
    const decision = makeRefusal(usul);
    expect(await office.decide(decision, by('andi'))).toMatchObject(accepted);
    expect(await rowOf(decision.id)).toMatchObject({
      account_id: of('andi').id,
      link_format: 4,
      on_behalf_of: { accountId: of('budi').id, kind: 'Plh.', letterNumber: letter.number },
    });
    expect((await currentUsul(office.server.db, usul.id)).history.at(-1)?.actorName).toBe(
      `Petugas andi a.n. Petugas budi, Plh., ${letter.number}`,
    );
    // What he or she has goes on in the own name, and the pool as well.
    for (const own of [await heldBy('andi'), await office.newUsul()]) {
      const other = makeRefusal(own);
      expect(await office.decide(other, by('andi'))).toMatchObject(accepted);
      expect(await rowOf(other.id)).toMatchObject({ on_behalf_of: null, link_format: 3 });
    }
    expect(await verifyChain(office.server.db, 'kab-a')).toBeUndefined();
    await end(made.id);
  });

  test('only within the days of the letter, by the time of the decision where that can be', async () => {
    const [before, within, ended] = [
      await heldBy('budi'),
      await heldBy('budi'),
      await heldBy('budi'),
    ];
    const today = new Date().toISOString();
    const dayNow = day(today.slice(0, 10));
    const over = await substitute('andi', 'budi', {
      from: day('2020-01-01'),
      until: day('2020-01-31'),
    });
    // A time that cannot be is replaced by that of receipt, when the letter is over.
    expect(
      await office.decide(statedAt(before, '2020-01-15T02:00:00.000Z'), by('andi')),
    ).toMatchObject(othersUsul);
    expect(await office.decide(statedAt(before, today), by('andi'))).toMatchObject(othersUsul);
    await end(over.id);
    const now = await substitute('andi', 'budi', { from: dayNow, until: day('2999-12-31') });
    expect(await office.decide(statedAt(within, today), by('andi'))).toMatchObject(accepted);
    await end(now.id);
    // Whatever it states: nothing more once somebody has ended it.
    expect(await office.decide(statedAt(ended, today), by('andi'))).toMatchObject(othersUsul);
    expect(await end(now.id)).toBe(false);
  });

  test('nobody’s substitute’s substitute: one step, and circles are harmless', async () => {
    const made = [
      await substitute('andi', 'budi'),
      await substitute('budi', 'andi'),
      await substitute('citra', 'andi'),
    ];
    const citra = (await findAppointments(office.server.db, of('citra').id)).at(-1)!.account;
    const client = await signInUnder(office.server, citra);
    expect(await office.decide(makeRefusal(await heldBy('budi')), client)).toMatchObject(
      othersUsul,
    );
    const decision = makeRefusal(await heldBy('andi'));
    expect(await office.decide(decision, client)).toMatchObject(accepted);
    expect(await rowOf(decision.id)).toMatchObject({ on_behalf_of: { accountId: of('andi').id } });
    for (const { id } of made) await end(id);
  });

  test('cannot state in whose place he or she decides', async () => {
    const usul = await heldBy('budi');
    const onBehalfOf = { accountId: of('budi').id, appointmentId: of('budi').appointmentId };
    for (const forged of [{ onBehalfOf }, { appointmentId: of('budi').appointmentId }]) {
      const result = await office.decide({ ...makeRefusal(usul), ...forged }, by('andi'));
      expect(result).toMatchObject({ kind: 'ditolak' });
    }
  });
});

describe('somebody from elsewhere who substitutes', () => {
  test('gets an appointment by the letter for these days, and decides the pool in the other’s place', async () => {
    const made = await substitute('citra', 'budi');
    expect(made.given).toBe(true);
    const held = (await findAppointments(office.server.db, of('citra').id)).find(
      ({ account }) => account.appointmentId === made.appointmentId,
    );
    expect(held).toMatchObject({ letter, validUntil: always.until, account: { scope: opdA } });
    const client = await signInUnder(office.server, held!.account);
    const decision = makeDecision(await office.newUsul());
    expect(await office.decide(decision, client)).toMatchObject(accepted);
    expect(await rowOf(decision.id)).toMatchObject({ on_behalf_of: { accountId: of('budi').id } });
    await end(made.id);
    expect((await client.fetch('/api/v1/changes')).status).toBe(403);
  });

  test('is one pair of eyes together with the other', async () => {
    const approving = await substitute('budi', 'dewi');
    const approver = (await findAppointments(office.server.db, of('budi').id)).find(
      ({ account }) => account.appointmentId === approving.appointmentId,
    )!.account;
    const client = await signInUnder(office.server, approver);
    const forwarded = async (name: string) => {
      const usul = await heldBy(name);
      await office.decide(makeDecision(usul), by(name));
      return currentUsul(office.server.db, usul.id);
    };
    const own = await forwarded('budi');
    expect(await office.decide(bare(own), client)).toMatchObject({
      error: { message: 'Anda sudah memutus usul ini pada tahap sebelumnya.' },
    });
    // Verified in budi's place: neither of the two approves it.
    const standing = await substitute('andi', 'budi');
    const usul = await heldBy('budi');
    expect(await office.decide(makeDecision(usul), by('andi'))).toMatchObject(accepted);
    expect(
      await office.decide(bare(await currentUsul(office.server.db, usul.id)), client),
    ).toMatchObject({
      error: { kind: 'tidak_berwenang' },
    });
    expect(await office.decide(bare(await forwarded('andi')), client)).toMatchObject(accepted);
    for (const { id } of [approving, standing]) await end(id);
  });
});

describe('what is kept of it', () => {
  test('is seen where somebody changes it past the server', async () => {
    const made = await substitute('andi', 'budi');
    const decision = makeRefusal(await heldBy('budi'));
    await office.decide(decision, by('andi'));
    const change = (value: string) =>
      tamper(
        office.server.databaseUrl,
        `UPDATE decision SET on_behalf_of = ${value} WHERE id = '${decision.id}'`,
      );
    const kept = (await rowOf(decision.id))?.on_behalf_of;
    for (const value of ['NULL', `on_behalf_of || '{"name": "Orang lain"}'`]) {
      await change(value);
      expect(await verifyChain(office.server.db, 'kab-a')).toMatchObject({ kind: 'diubah' });
      await change(`'${JSON.stringify(kept)}'`);
    }
    expect(await verifyChain(office.server.db, 'kab-a')).toBeUndefined();
    await expect(
      runStatement(office.server.databaseUrl, `UPDATE substitution SET until_day = '2999-12-31'`),
    ).rejects.toThrow('append-only');
    await end(made.id);
  });

  test('is given and ended at the command line', async () => {
    const id = of('budi').appointmentId;
    const asked = ['andi', 'plh', '2026-11-20', '2026-11-30', letter.number, '2026-11-19'];
    for (const [at, wrong] of [
      [0, 'siapa'],
      [0, 'budi'],
      [1, 'p'],
      [2, '2026-02-30'],
      [3, '2026-11-19'],
      [4, ' '],
    ] as const) {
      const said = await run(['substitution', 'add', id], asked.with(at, wrong));
      expect([wrong, said.code]).toEqual([wrong, 1]);
    }
    expect((await run(['substitution', 'list'])).text).toContain('Tidak ada');
    const added = await run(['substitution', 'add', id], asked);
    expect(added).toMatchObject({ code: 0, text: expect.stringContaining('Penggantian dicatat') });
    const listed = (await run(['substitution', 'list'])).text;
    expect(listed).toContain('Petugas andi a.n. Petugas budi, Plh.');
    const [made = ''] = /^[0-9a-f-]{36}/u.exec(listed) ?? [];
    expect((await run(['substitution', 'end', made])).code).toBe(0);
    expect((await run(['substitution', 'end', made])).code).toBe(1);
  });
});
