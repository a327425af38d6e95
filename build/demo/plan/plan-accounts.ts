import type { Account, Scope } from '#shared/workflow/authority/account.ts';
import type { Role } from '#shared/workflow/authority/roles.ts';
import { instansi, type Opd } from '#build/demo/offices/offices.ts';
import { officials, regency } from '#build/demo/offices/regency.ts';
import type { Person } from '#build/demo/people/person.ts';
import { fullName } from '#build/demo/people/person.ts';
import type { DemoPlan, PlannedAccount, PlannedUsul } from '#build/demo/plan/demo-plan.ts';
import { makeUuid } from '#build/demo/random.ts';
import type { UsulPosition } from '#shared/records/usul.ts';
import { queueOf } from '#shared/workflow/queues.ts';
import { replayHistory } from '#shared/workflow/replay.ts';

/** The one password of every demonstration account. It protects invented people only. */
export const demoPassword = 'tirta-kencana';

/**
 * Accounts: a verifikator for each OPD (two for the largest), then one of each other role, and one of somebody who is both
 * verifikator of a small OPD and approver.
 */
export function planAccounts(
  seed: string,
  offices: readonly Opd[],
  people: readonly Person[],
): PlannedAccount[] {
  const largest = offices.toSorted((a, b) => b.headcount - a.headcount)[0]!;
  const verifikators = offices.flatMap((opd) => {
    const staff = people.filter((person) => person.opd === opd && person.kind === 'pns');
    const named =
      opd === largest ? [`umpeg.${opd.slug}`, `umpeg2.${opd.slug}`] : [`umpeg.${opd.slug}`];
    return named.map((username, index) => {
      const person = staff[index] ?? staff[0]!;
      const scope: Scope = { kind: 'opd', id: opd.id };
      return account(seed, username, fullName(person), 'verifikator', scope, opd.name, person.nip);
    });
  });
  const whole: Scope = { kind: 'instansi', id: instansi.id };
  const kanreg: Scope = { kind: 'kanreg', id: regency.kanregId };
  const others: [string, string, Role, Scope, string, string][] = [
    [
      'approver',
      officials.kabidMutasi.name,
      'approver',
      whole,
      instansi.name,
      officials.kabidMutasi.nip,
    ],
    [
      'validator',
      officials.kepalaKanreg.name,
      'validator',
      kanreg,
      kanregName,
      officials.kepalaKanreg.nip,
    ],
    ['monitor', officials.sekda.name, 'monitor', whole, instansi.name, officials.sekda.nip],
    [
      'admin',
      officials.kepalaBkpsdm.name,
      'admin',
      whole,
      instansi.name,
      officials.kepalaBkpsdm.nip,
    ],
    [
      'helpdesk',
      officials.kepalaDukcapil.name,
      'helpdesk',
      whole,
      instansi.name,
      officials.kepalaDukcapil.nip,
    ],
  ];
  const several = accountWithTwo(seed, offices, people, verifikators);
  return [...verifikators, ...others.map((row) => account(seed, ...row)), ...several];
}

/** Somebody of the smallest OPD who has no account yet; nobody where there is none. */
function accountWithTwo(
  seed: string,
  offices: readonly Opd[],
  people: readonly Person[],
  taken: readonly PlannedAccount[],
): readonly PlannedAccount[] {
  const opd = offices.toSorted((a, b) => a.headcount - b.headcount)[0]!;
  const nips = new Set(taken.map(({ nip }) => nip));
  const person = people.find((one) => one.opd === opd && one.kind === 'pns' && !nips.has(one.nip));
  if (!person) return [];
  const scope: Scope = { kind: 'opd', id: opd.id };
  const name = fullName(person);
  const first = account(seed, 'rangkap', name, 'verifikator', scope, opd.name, person.nip);
  const also: Account = {
    ...first.account,
    role: 'approver',
    scope: { kind: 'instansi', id: instansi.id },
    scopeName: instansi.name,
    appointmentId: makeUuid(seed, 'penunjukan', 'rangkap'),
  };
  return [{ ...first, also }];
}

/** The name of BKN's regional office. */
export const kanregName = `Kantor Regional ${regency.kanregRoman} BKN ${regency.kanregSeat}`;

/** What `npm start` prints of an account. */
export interface DemoAccount {
  readonly office: string;
  readonly username: string;
  readonly password: string;
  readonly role: Role;
  /** What else the person is, by another appointment. */
  readonly also?: readonly Role[];
  /** Usul that wait for this account's decision or answer; zero for roles that decide nothing. */
  readonly openUsul: number;
}

/** The accounts to show to a newcomer, the largest inbox first. */
export function demoAccounts(plan: DemoPlan): readonly DemoAccount[] {
  const standing = plan.usuls.map((usul) => ({ opd: usul.opd, position: positionOf(usul) }));
  return plan.accounts
    .map(({ account: { username, role, scopeName }, account: first, also }) => ({
      office: scopeName,
      username,
      password: demoPassword,
      role,
      ...(also && { also: [also.role] }),
      openUsul: [first, ...(also ? [also] : [])].reduce(
        (sum, one) => sum + standing.filter((usul) => isWaiting(one, usul)).length,
        0,
      ),
    }))
    .toSorted((a, b) => b.openUsul - a.openUsul);
}

/** Whether an usul that went these ways waits for the verifikator now. */
export function waitsForVerifikator(usul: Pick<PlannedUsul, 'steps' | 'recordType'>): boolean {
  const position = positionOf(usul);
  return position.kind === 'menunggu' && position.stage === 'verifikasi';
}

/** Where an usul stands after its steps. */
export function positionOf({
  recordType,
  steps,
}: Pick<PlannedUsul, 'steps' | 'recordType'>): UsulPosition {
  const replayed = replayHistory(recordType, ['ajukan', ...steps]);
  if (!replayed) throw new Error(`The workflow does not allow: ${steps.join(', ')}`);
  return replayed.position;
}

function isWaiting(
  { role, scope }: Account,
  { opd, position }: { readonly opd: Opd; readonly position: UsulPosition },
): boolean {
  return (scope.kind !== 'opd' || scope.id === opd.id) && waitsFor(role, scope, position);
}

function waitsFor(role: Role, scope: Scope, position: UsulPosition): boolean {
  const task = queueOf(role, scope, position);
  return task === 'decide' || task === 'answer';
}

function account(
  seed: string,
  username: string,
  displayName: string,
  role: Account['role'],
  scope: Scope,
  scopeName: string,
  nip: string | null,
): PlannedAccount {
  const id = makeUuid(seed, 'akun', username);
  // The first appointment of an account has its id.
  const appointmentId = id;
  return { account: { id, username, displayName, role, scope, scopeName, appointmentId }, nip };
}
