import type { Scope } from '#shared/workflow/authority/account.ts';
import { roleFitsScope, scopesOver, type UsulPlace } from '#shared/workflow/authority/authority.ts';
import {
  declarationOf,
  roles,
  type QueueTask,
  type Role,
} from '#shared/workflow/authority/roles.ts';
import type { UsulPosition } from '#shared/records/usul.ts';

/** The roles that have a queue, and so a feed and the documents of what lies in it. */
export const queueRoles: readonly Role[] = roles.filter(
  (role) => declarationOf(role).queue !== null,
);

/**
 * Why an usul at this position lies in the queue of an appointment whose scope covers it; null when it does not. Feed,
 * counters, documents and inbox all ask this one function.
 */
export function queueOf(role: Role, scope: Scope, position: UsulPosition): QueueTask | null {
  const queue = roleFitsScope(role, scope.kind) ? declarationOf(role).queue : null;
  if (queue === null || position.kind === 'selesai') return null;
  const stage = position.kind === 'perbaikan' ? position.returnedFrom : position.stage;
  return queue[position.kind][stage] ?? null;
}

/**
 * Name of the queue that an appointment reads, `scope/role`: all appointments of one role over one scope share it, and
 * each reads exactly one, so that one cursor is enough. Null for an appointment without a queue.
 */
export function queueKeyOf(role: Role, scope: Scope): string | null {
  if (!queueRoles.includes(role) || !roleFitsScope(role, scope.kind)) return null;
  return scope.kind === 'bkn_pusat' ? `${scope.kind}/${role}` : `${scope.kind}:${scope.id}/${role}`;
}

/** Names of all queues in which an usul of this place lies while it stands at this position. */
export function queueKeysOf(place: UsulPlace, position: UsulPosition): readonly string[] {
  return scopesOver(place).flatMap((scope) =>
    queueRoles
      .filter((role) => queueOf(role, scope, position) !== null)
      .flatMap((role) => queueKeyOf(role, scope) ?? []),
  );
}
