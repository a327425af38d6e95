import { randomUUID } from 'node:crypto';
import { addWaitingAccounts, hashOfNobodysPassword } from '#server/accounts/activation.ts';
import { insertAppointments, type NewAppointment } from '#server/accounts/appointments.ts';
import type { ImportPlace } from '#server/imports/kinds/import-kind.ts';
import type { Db, Tx } from '#server/store/database.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { Scope } from '#shared/workflow/authority/account.ts';
import type { Role } from '#shared/workflow/authority/roles.ts';

/** An account that there is, with what it is appointed to, now or from a later day on. */
export interface HeldAccount {
  readonly id: string;
  readonly nip: string | null;
  readonly username: string;
  readonly displayName: string;
  readonly appointments: readonly { readonly role: Role; readonly scope: Scope }[];
}

/** The accounts that rows may be about, by both names that sign in. */
export interface HeldAccounts {
  readonly byNip: ReadonlyMap<string, HeldAccount>;
  readonly byUsername: ReadonlyMap<string, HeldAccount>;
}

/** An account as a row of a file wants it, with one appointment. */
export interface WantedAccount {
  readonly nip: string;
  readonly username: string;
  readonly displayName: string;
  readonly appointment: Pick<
    NewAppointment,
    'role' | 'scope' | 'validFrom' | 'validUntil' | 'letter'
  >;
}

/** Whether an account is that already. */
export function isHeld({ appointments }: HeldAccount, role: Role, scope: Scope): boolean {
  return appointments.some((one) => one.role === role && keyOf(one.scope) === keyOf(scope));
}

function keyOf(scope: Scope): string {
  return scope.kind === 'bkn_pusat' ? scope.kind : `${scope.kind} ${scope.id}`;
}

/** Finds the accounts under these names. */
export async function loadHeldAccounts(
  db: Db | Tx,
  names: readonly { readonly nip: string; readonly username: string }[],
  today: LocalDate,
): Promise<HeldAccounts> {
  const accounts = await db
    .selectFrom('account')
    .select(['id', 'nip', 'username', 'display_name as displayName'])
    .where((where) =>
      where.or([
        where('nip', 'in', ['', ...names.map(({ nip }) => nip)]),
        where('username', 'in', ['', ...names.flatMap(({ nip, username }) => [nip, username])]),
      ]),
    )
    .execute();
  const appointments = await db
    .selectFrom('appointment')
    .select(['account_id', 'role', 'scope_kind', 'scope_id'])
    .where('account_id', 'in', [nobody, ...accounts.map(({ id }) => id)])
    .where('ended_at', 'is', null)
    .where((where) =>
      where.or([where('valid_until', 'is', null), where('valid_until', '>=', today)]),
    )
    .execute();
  const held = accounts.map((account) => ({
    ...account,
    appointments: appointments
      .filter((one) => one.account_id === account.id)
      .map(({ role, scope_kind: kind, scope_id: id }) => ({
        role,
        scope: kind === 'bkn_pusat' ? { kind } : { kind, id },
      })),
  }));
  return {
    byNip: new Map(held.flatMap((one) => (one.nip === null ? [] : [[one.nip, one] as const]))),
    byUsername: new Map(held.map((one) => [one.username, one])),
  };
}

/** So that a list of ids is never empty. */
const nobody = '00000000-0000-0000-0000-000000000000';

/**
 * Adds the accounts that there are not yet, which wait for their codes, calls the persons of the others as the file does,
 * and gives the appointments that they do not hold. A person may stand in several rows.
 */
export async function writeWanted(
  tx: Tx,
  wanted: readonly WantedAccount[],
  { byNip }: HeldAccounts,
  place: ImportPlace,
): Promise<void> {
  const added = new Map<string, WantedAccount & { readonly id: string }>();
  for (const one of wanted) {
    if (!byNip.has(one.nip) && !added.has(one.nip))
      added.set(one.nip, { ...one, id: randomUUID() });
  }
  if (added.size > 0) {
    await addWaitingAccounts(tx, [...added.values()], await hashOfNobodysPassword());
  }
  await insertAppointments(tx, newAppointments(wanted, byNip, added, place));
  for (const { nip, displayName } of wanted) {
    const held = byNip.get(nip);
    if (!held || held.displayName === displayName) continue;
    const named = { display_name: displayName };
    await tx.updateTable('account').set(named).where('id', '=', held.id).execute();
  }
}

/** The first appointment of an account has its id (see `AppointmentTable`). */
function newAppointments(
  wanted: readonly WantedAccount[],
  byNip: HeldAccounts['byNip'],
  added: ReadonlyMap<string, { readonly id: string }>,
  { by }: ImportPlace,
): readonly NewAppointment[] {
  const begun = new Set<string>();
  return wanted.flatMap(({ nip, appointment }) => {
    const held = byNip.get(nip);
    if (held && isHeld(held, appointment.role, appointment.scope)) return [];
    const accountId = held?.id ?? added.get(nip)!.id;
    const isFirst = !held && !begun.has(accountId);
    begun.add(accountId);
    return [{ ...appointment, id: isFirst ? accountId : randomUUID(), accountId, appointedBy: by }];
  });
}
