import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { v7 as makeUuidV7 } from 'uuid';
import { beforeAll, beforeEach } from 'vitest';
import { insertEmployees } from '#server/accounts/organisation.ts';
import { setRule } from '#server/assignment/set-rule.ts';
import { submitUsul } from '#server/commands/submissions.ts';
import { actOnUsul } from '#server/commands/usul-actions.ts';
import type { ActiveStage, Usul } from '#shared/records/usul.ts';
import type { AssignmentRule } from '#shared/workflow/assignment/assignment-rule.ts';
import type { AppointedAccount, Scope } from '#shared/workflow/authority/account.ts';
import {
  addAccount,
  appoint,
  currentUsul,
  day,
  makeEmployee,
  makeNewUsul,
} from '#tests/support/builders.ts';
import { useOffice } from '#tests/support/office.ts';
import { signIn, type TestClient } from '#tests/support/server.ts';
import { runServerCommand } from '#tests/support/server-cli.ts';
import { endNow, instansiA, opdA, toldTo } from '#tests/support/several-appointments.ts';

/** ASN of `dinas-a`; the first has the NIP of its verifikator `budi`. */
export const asns = Array.from({ length: 8 }, (_, index) => `asn-${index}`);

/** That a command was taken in. */
export const accepted = { kind: 'diterima' } as const;
/** That a colleague has the usul. */
export const othersUsul = { kind: 'ditolak', error: { kind: 'ditugaskan_kepada_lain' } } as const;
/** That it is not theirs to decide. */
export const notAllowed = { kind: 'ditolak', error: { kind: 'tidak_berwenang' } } as const;

interface Colleague {
  readonly account: AppointedAccount;
  readonly client: TestClient;
}

/**
 * An office with several people for each stage: verifikators `andi` and `budi` of `dinas-a`, `luar` of another OPD, `pusat` of the
 * whole instansi; approvers `citra`, `dewi` and, once more, `andi`. Before each test everything of `dinas-a` lies in the pool.
 */
export function useSharedOffice() {
  const office = useOffice();
  const people = new Map<string, Colleague>();
  const clientOf = (name: string): TestClient => people.get(name)!.client;
  const idOf = (name: string): string => people.get(name)!.account.appointmentId;

  async function join(name: string, role: AppointedAccount['role'], scope: Scope, nip?: string) {
    const account = await addAccount(office.server.db, name, role, scope, nip ?? null);
    people.set(name, { account, client: await signIn(office.server, name) });
  }

  beforeAll(async () => {
    const { db } = office.server;
    await insertEmployees(
      db,
      asns.map((id, index) => ({
        opdId: 'dinas-a',
        data: { ...makeEmployee('dinas-a', 20 + index), id, unorId: 'unor-dinas-a' },
      })),
    );
    await join('andi', 'verifikator', opdA);
    await join('budi', 'verifikator', opdA, makeEmployee('dinas-a', 20).nip);
    await join('luar', 'verifikator', { kind: 'opd', id: 'dinas-b' });
    await join('pusat', 'verifikator', instansiA);
    await join('citra', 'approver', instansiA);
    await join('dewi', 'approver', instansiA);
    await appoint(db, people.get('andi')!.account, 'approver', instansiA);
    // Nobody else is in the turn of `dinas-a`.
    await endNow(db, office.client.account);
  });
  beforeEach(() => setTo({ kind: 'kolam', ambil: false }));

  async function setTo(
    rule: AssignmentRule,
    scope: Scope = opdA,
    stage: ActiveStage = 'verifikasi',
  ): Promise<number> {
    const setting = { scope, stage, rule, validFrom: day('2020-01-01') };
    const assigning = { by: null, reason: '', now: new Date() };
    const done = await setRule(office.server.db, setting, day('2026-11-22'), assigning);
    if (!done.ok) throw new Error(done.error.kind);
    return done.value.given;
  }

  async function newUsul(employeeId = 'asn-1'): Promise<Usul> {
    const usul = makeNewUsul('dinas-a', { employeeId });
    await submitUsul(office.server.db, [usul]);
    return currentUsul(office.server.db, usul.id);
  }

  /** Whose an usul is, as somebody is told. */
  async function toldOf({ id }: Pick<Usul, 'id'>, name: string): Promise<Usul['assignment']> {
    return (await toldTo(clientOf(name))).find((usul) => usul.id === id)?.assignment;
  }

  /** Who has an usul among these people; null: nobody. */
  async function holderOf(
    usul: Pick<Usul, 'id'>,
    names = ['andi', 'budi'],
  ): Promise<string | null> {
    for (const name of names) if ((await toldOf(usul, name))?.to === 'anda') return name;
    return null;
  }

  /** Taking what nobody has, as the desk makes it. */
  async function take(usul: Usul, name: string, change: object = {}) {
    const told = await toldOf(usul, name);
    const command = {
      kind: 'ambil',
      id: makeUuidV7(),
      usulId: usul.id,
      stage: 'verifikasi',
      assignment: told?.number ?? 1,
      madeAt: '2026-11-22T01:00:00.000Z',
      ...change,
    };
    const [result] = await office.send([command], clientOf(name));
    return { command, result };
  }

  /** A takeover, as the desk makes it. */
  const takeOver = (usul: Usul, name: string, change: object = {}) =>
    take(usul, name, { kind: 'ambil_alih', reason: 'Rekan sedang dinas luar.', ...change });

  /** Its ASN hands an usul in again that was returned. */
  async function handInAgain(usul: Usul): Promise<Usul> {
    const { values, oldValues, asnNote, documents } = usul;
    const scope = { kind: 'employee', id: usul.employee.id } as const;
    const done = await actOnUsul(office.server.db, {
      usulId: usul.id,
      actor: { role: 'asn', scope, name: 'ASN' },
      action: 'ajukan_ulang',
      judged: await currentUsul(office.server.db, usul.id),
      reasons: [],
      note: '',
      content: { values, oldValues, asnNote, documents },
      now: new Date(),
    });
    if (!done.ok) throw new Error(done.error.kind);
    return currentUsul(office.server.db, usul.id);
  }

  /** Sets a rule from a file. */
  async function set(file: unknown) {
    const at = path.join(office.server.documentFolder, 'penugasan.json');
    await writeFile(at, JSON.stringify(file));
    return runServerCommand(office.server, ['assignment', 'set', at]);
  }

  return {
    office,
    set,
    clientOf,
    idOf,
    setTo,
    newUsul,
    toldOf,
    holderOf,
    take,
    takeOver,
    handInAgain,
  };
}
