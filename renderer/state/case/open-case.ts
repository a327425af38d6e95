import { listDecisionsOf } from '#renderer/data/outbox/outbox.ts';
import { readDraft } from '#renderer/data/repositories/drafts.ts';
import { readUsul } from '#renderer/data/repositories/usul.ts';
import type { Draft, OutboxEntry } from '#renderer/data/schema/rows.ts';
import { contentOf, emptyDraft, rebaseDraft } from '#renderer/state/case/draft.ts';
import type { Seat } from '#renderer/state/case/case-ports.ts';
import { decidedHere, notDecidable } from '#renderer/state/sentences.ts';
import type { CaseState } from '#renderer/state/store-contracts.ts';
import { deciderOf } from '#shared/domain/authority/authority.ts';
import type { Account } from '#shared/domain/model/account.ts';
import { activeStages, type Usul } from '#shared/domain/model/usul.ts';
import { checkUsul } from '#shared/domain/rules/check-usul.ts';
import { findDecisionGaps } from '#shared/domain/workflow/check-decision.ts';
import { localDateOf } from '#shared/kernel/local-date.ts';

/** An usul on the desk. */
export type OpenCase = Extract<CaseState, { kind: 'terbuka' }>;

/** Reads an usul with what was typed and decided about it; null when it is not on this PC. */
export async function loadCase(seat: Seat, usulId: string, now: Date): Promise<OpenCase | null> {
  const usul = await readUsul(seat.database, usulId);
  if (!usul) return null;
  const saved = await readDraft(seat.database, usulId);
  const decisions = await listDecisionsOf(seat.database, usulId);
  const readOnlyBecause = whyReadOnly(usul, seat.account, decisions);
  const draft = saved ? rebaseDraft(saved, usul) : emptyDraft(usul);
  return {
    kind: 'terbuka',
    usul,
    draft,
    findings: checkUsul(usul, localDateOf(now)),
    gaps: gapsOf(usul, draft),
    readOnlyBecause,
  };
}

/** What is missing for the outcome chosen; for `teruskan` while none is. */
export function gapsOf(usul: Usul, draft: Draft): OpenCase['gaps'] {
  return findDecisionGaps(usul, contentOf(usul, draft, draft.outcome ?? 'teruskan'));
}

/** A sentence when the account cannot decide the usul now; null when it can. */
export function whyReadOnly(
  usul: Usul,
  account: Account,
  decisions: readonly OutboxEntry[],
): string | null {
  const here = decisions.find(
    ({ decision, state }) => state.kind !== 'ditolak' && decision.version === usul.version,
  );
  if (here && here.state.kind !== 'ditolak') return decidedHere[here.state.kind];
  const ownStage = activeStages.find((stage) => deciderOf(stage) === account.role) ?? null;
  return notDecidable(usul.position, ownStage);
}
