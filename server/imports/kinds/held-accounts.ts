import { randomUUID } from 'node:crypto';
import { scopeOf } from '#server/accounts/accounts.ts';
import { addWaitingAccounts, hashOfNobodysPassword } from '#server/accounts/activation.ts';
import type { Db, Tx } from '#server/store/database.ts';
import type { Role, Scope } from '#shared/workflow/authority/account.ts';

/** An account that there is. */
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

/** An account as a file wants it. */
export interface WantedAccount {
  readonly nip: string;
  readonly username: string;
  readonly displayName: string;
  readonly role: Role;
  readonly scope: Scope;
}

/** Whether an account may be something over something else besides. */
export const mayHoldMore: boolean = false;

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
): Promise<HeldAccounts> {
  const rows = await db
    .selectFrom('account')
    .select(['id', 'nip', 'username', 'display_name', 'role', 'scope_kind', 'scope_id'])
    .where((where) =>
      where.or([
        where('nip', 'in', ['', ...names.map(({ nip }) => nip)]),
        where('username', 'in', ['', ...names.flatMap(({ nip, username }) => [nip, username])]),
      ]),
    )
    .execute();
  const held = rows.map(({ display_name: displayName, role, scope_kind, scope_id, ...one }) => ({
    ...one,
    displayName,
    appointments: [{ role, scope: scopeOf(scope_kind, scope_id) }],
  }));
  return {
    byNip: new Map(held.flatMap((one) => (one.nip === null ? [] : [[one.nip, one] as const]))),
    byUsername: new Map(held.map((one) => [one.username, one])),
  };
}

/** Adds accounts that wait for their codes. */
export async function addAccounts(tx: Tx, accounts: readonly WantedAccount[]): Promise<void> {
  if (accounts.length === 0) return;
  const waiting = accounts.map((account) => ({ ...account, id: randomUUID() }));
  await addWaitingAccounts(tx, waiting, await hashOfNobodysPassword());
}

/** Calls the persons of accounts as the file does. */
export async function renameAccounts(
  tx: Tx,
  accounts: readonly WantedAccount[],
  { byNip }: HeldAccounts,
): Promise<void> {
  for (const { nip, displayName } of accounts) {
    await tx
      .updateTable('account')
      .set({ display_name: displayName })
      .where('id', '=', byNip.get(nip)!.id)
      .execute();
  }
}
