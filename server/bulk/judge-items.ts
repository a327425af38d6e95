import { actingIn, type Acting } from '#server/commands/acting-instead.ts';
import { lockUsuls, type LockedUsul } from '#server/commands/usul-change.ts';
import { inChunks } from '#server/store/chunks.ts';
import type { Tx } from '#server/store/database.ts';
import { readUsulByIds } from '#server/usul/usul-reader.ts';
import { localDateOf } from '#shared/kernel/local-date.ts';
import type { AppointedAccount } from '#shared/workflow/authority/account.ts';
import { scopeCovers } from '#shared/workflow/authority/authority.ts';
import type { BulkItem } from '#shared/workflow/bulk/bulk-commands.ts';
import type { BulkPolicy } from '#shared/workflow/bulk/bulk-policy.ts';
import { bulkBarOf, type BulkRefusal } from '#shared/workflow/bulk/may-be-in-bulk.ts';
import { applyAction, type WorkflowRefusal, type WorkflowStep } from '#shared/workflow/workflow.ts';

/** By whom, when and under which policy usul are judged. */
export interface JudgedBy {
  readonly account: AppointedAccount;
  /** Whose batch it is. */
  readonly instansiId: string;
  readonly policy: BulkPolicy;
  readonly at: Date;
}

/** An usul that may be approved with others, and what follows for it. */
export interface FitItem {
  readonly usul: LockedUsul;
  readonly step: WorkflowStep;
  /** In whose place, if in anybody's. */
  readonly acting: Acting;
}

/** One that may not. */
export interface UnfitItem {
  readonly item: BulkItem;
  readonly reason: BulkRefusal;
}

/** All that were asked about, in either list. */
export interface JudgedItems {
  readonly fit: readonly FitItem[];
  readonly unfit: readonly UnfitItem[];
}

const atOnce = 250;

/**
 * Which of these usul may be approved with others, each as any decision on it is judged, and as it is now. `lock`: until the
 * transaction ends nobody else changes them.
 */
export async function judgeItems(
  tx: Tx,
  items: readonly BulkItem[],
  by: JudgedBy,
  lock: boolean,
): Promise<JudgedItems> {
  const fit: FitItem[] = [];
  const unfit: UnfitItem[] = [];
  // Whoever stands in for another does so here as well: no usul is decided otherwise than it would be by itself.
  const actingFor = await actingIn(tx, by.account, by.instansiId);
  for (const chunk of inChunks(items, atOnce)) {
    const ids = chunk.map(({ usulId }) => usulId);
    const usuls = new Map((await lockUsuls(tx, ids, { lock })).map((usul) => [usul.id, usul]));
    const reasons = new Map<string, BulkRefusal>();
    const steps = new Map<string, Omit<FitItem, 'usul'>>();
    for (const item of chunk) {
      const usul = usuls.get(item.usulId);
      const acting = actingFor(usul ?? {}, by.at);
      const step = stepOf(usul, item, acting);
      if (typeof step === 'string') reasons.set(item.usulId, step);
      else steps.set(item.usulId, { step, acting });
    }
    for (const content of await readUsulByIds(tx, [...steps.keys()])) {
      const bar = bulkBarOf(content, by.account, by.policy, localDateOf(by.at));
      if (bar !== null) reasons.set(content.id, bar);
    }
    for (const item of chunk) {
      const [usul, step] = [usuls.get(item.usulId), steps.get(item.usulId)];
      const reason = reasons.get(item.usulId);
      if (reason === undefined && usul && step) fit.push({ usul, ...step });
      else unfit.push({ item, reason: reason ?? 'tidak_ada' });
    }
  }
  return { fit, unfit };
}

/** What follows when the usul is approved; else why it is not. */
function stepOf(
  usul: LockedUsul | undefined,
  item: BulkItem,
  { account }: Acting,
): WorkflowStep | BulkRefusal {
  // A foreign one is none.
  if (!usul || !scopeCovers(account.scope, usul.place)) return 'tidak_ada';
  const step = applyAction(usul, account, 'teruskan', item);
  return step.ok ? step.value : refusalOf(step.error);
}

function refusalOf({ kind }: WorkflowRefusal): BulkRefusal {
  switch (kind) {
    case 'usul_berubah':
    case 'milik_sendiri':
    case 'sudah_memutus':
      return kind;
    case 'ditugaskan_kepada_lain':
      return 'milik_rekan';
    case 'bukan_wewenang':
    case 'periode_ditutup':
    case 'tidak_mungkin':
      return 'tahap';
  }
}
