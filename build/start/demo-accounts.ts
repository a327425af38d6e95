import { z } from 'zod';
import { startTexts } from '#build/start/start-texts.ts';
import { roleSchema } from '#shared/workflow/authority/account.ts';
import type { Role } from '#shared/workflow/authority/roles.ts';
import { roleName } from '#shared/workflow/workflow-labels.ts';
import { tableText } from '#build/start/print-table.ts';

/** An account to try the application with; kept with the data, so that a later start shows the same ones. */
export const shownAccountSchema = z.object({
  username: z.string(),
  password: z.string(),
  office: z.string(),
  /** Absent in what an older version kept. */
  role: roleSchema.optional(),
  /** What else the person is, by other appointments. */
  also: z.array(roleSchema).readonly().optional(),
  /** Usul that wait for its decision; kept as they were when the data was made, counted anew at every start. */
  openUsul: z.int(),
});
/** An account to try the application with. */
export type ShownAccount = z.infer<typeof shownAccountSchema>;

/** Who works at a desk that has no inbox. */
const desksWithoutInbox: readonly Role[] = ['admin'];

/** How many of the largest inboxes are shown. */
const largest = 4;

/**
 * A few accounts worth trying: the largest inboxes of verifikators and the smallest, then everybody who decides after them, and
 * who is several of these, and who has a desk without an inbox; any other account without one has nothing to do.
 */
export function chooseAccounts(accounts: readonly ShownAccount[]): readonly ShownAccount[] {
  const busy = accounts
    .filter(({ openUsul }) => openUsul > 0)
    .toSorted((a, b) => b.openUsul - a.openUsul);
  const first = busy.filter(({ role = 'verifikator' }) => role === 'verifikator');
  const few =
    first.length <= largest + 1
      ? first
      : [...first.slice(0, largest), ...first.slice(first.length - 1)];
  const withoutInbox = accounts.filter(
    ({ role, openUsul }) =>
      openUsul === 0 && role !== undefined && desksWithoutInbox.includes(role),
  );
  const several = first.filter((account) => account.also && !few.includes(account));
  const rest = busy.filter((account) => !first.includes(account));
  return [...few, ...rest, ...several, ...withoutInbox];
}

/** The table of accounts that `npm start` shows. */
export function accountsText(accounts: readonly ShownAccount[]): string {
  return [
    startTexts.accountsTitle,
    '',
    tableText([
      startTexts.accountColumns,
      ...accounts.map(({ username, password, role, also = [], office, openUsul }) => [
        username,
        password,
        role === undefined ? '' : [role, ...also].map(roleName).join(', '),
        office,
        String(openUsul),
      ]),
    ]),
  ].join('\n');
}
