import { createContext, useContext } from 'react';
import { activeStages } from '#shared/records/usul.ts';
import type { Role } from '#shared/workflow/authority/roles.ts';
import { deciderOf } from '#shared/workflow/authority/authority.ts';

/** The role in which whoever sits here acts; given by the desk around the screens. */
export const RoleContext = createContext<Role>('verifikator');

/** The role whose words a view says. */
export function useRole(): Role {
  return useContext(RoleContext);
}

/** The roles that decide usul from a queue of their own, and so have the same screens. */
export const decidingRoles: readonly Role[] = activeStages.map(deciderOf);

/** What a role says in its own way; what it leaves out is said as to everybody. */
export type ByRole<Words> = Readonly<Partial<Record<Role, Partial<Words>>>>;

/** The words of a role: those that all share, with its own in their place. */
export function wordsOf<Words>(shared: Words, own: ByRole<Words>, role: Role): Words {
  return { ...shared, ...own[role] };
}
