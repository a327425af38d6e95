import type { Role, Scope } from '#shared/workflow/authority/account.ts';
import { roles } from '#shared/workflow/authority/account.ts';
import { roleFitsScope, scopesOver, type UsulPlace } from '#shared/workflow/authority/authority.ts';
import type { ActiveStage, UsulPosition } from '#shared/records/usul.ts';

/**
 * What the holder of an appointment does with an usul in his or her queue: decides it, answers the question that was
 * asked about it, or follows it while others act, because he or she must answer for it.
 */
export type QueueTask = 'decide' | 'answer' | 'follow';

type StageTasks = Readonly<Partial<Record<ActiveStage, QueueTask>>>;
/** A settled usul lies in no queue. */
type Queue = Readonly<Record<Exclude<UsulPosition['kind'], 'selesai'>, StageTasks>>;

const atEveryStage = (task: QueueTask): StageTasks => ({
  verifikasi: task,
  validasi: task,
  persetujuan: task,
});

/**
 * What each role's queue holds (design.md section 6b), null for roles that have none. A verifikator answers to the ASN of
 * the OPD for every usul until it is settled. A validator awaits the answer to his or her own question; what goes back to
 * its ASN comes again through the verifikator. An approver decides, and answers every question for BKPSDM. An ASN has own
 * usul, not a queue; monitor, admin and helpdesk ask for what they need while they look at it.
 */
const queues: Readonly<Record<Role, Queue | null>> = {
  asn: null,
  verifikator: {
    menunggu: { ...atEveryStage('follow'), verifikasi: 'decide' },
    koordinasi: atEveryStage('follow'),
    perbaikan: atEveryStage('follow'),
  },
  approver: {
    menunggu: { persetujuan: 'decide' },
    koordinasi: atEveryStage('answer'),
    perbaikan: {},
  },
  validator: {
    menunggu: { validasi: 'decide' },
    koordinasi: { validasi: 'follow' },
    perbaikan: {},
  },
  monitor: null,
  admin: null,
  helpdesk: null,
};

/** The roles that have a queue, and so a feed and the documents of what lies in it. */
export const queueRoles: readonly Role[] = roles.filter((role) => queues[role] !== null);

/**
 * Why an usul at this position lies in the queue of an appointment whose scope covers it; null when it does not. Feed,
 * counters, documents and inbox all ask this one function.
 */
export function queueOf(role: Role, scope: Scope, position: UsulPosition): QueueTask | null {
  const queue = roleFitsScope(role, scope.kind) ? queues[role] : null;
  if (queue === null || position.kind === 'selesai') return null;
  const stage = position.kind === 'perbaikan' ? position.returnedFrom : position.stage;
  return queue[position.kind][stage] ?? null;
}

/**
 * Name of the queue that an appointment reads, `scope/role`: all appointments of one role over one scope share it, and
 * each reads exactly one, so that one cursor is enough. Null for an appointment without a queue.
 */
export function queueKeyOf(role: Role, scope: Scope): string | null {
  if (queues[role] === null || !roleFitsScope(role, scope.kind)) return null;
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
