import { listDecisionsOf } from '#renderer/data/outbox/decision-entries.ts';
import { readDraft } from '#renderer/data/drafts/drafts.ts';
import { isTakenHere } from '#renderer/data/assignment/taken-here.ts';
import { underPolicyNow } from '#renderer/data/feed/page-news.ts';
import { readUsul } from '#renderer/data/usul/usul-rows.ts';
import type { Draft, DecisionEntry } from '#renderer/data/schema/rows.ts';
import {
  contentOf,
  draftOfDecision,
  emptyDraft,
  inBulk,
  judgedBy,
  rebaseDraft,
} from '#renderer/core/case/draft.ts';
import {
  fieldsLeftToPerson,
  openWarnings,
  type KnownDocuments,
  type WarnedCase,
} from '#renderer/core/case/open-warnings.ts';
import { deedOf } from '#renderer/core/case/case-work.ts';
import type { Seat } from '#renderer/core/seat/seat.ts';
import { colleaguesUsul, decidedHere } from '#renderer/core/case/case-sentences.ts';
import { whyNotDecidable } from '#renderer/core/shared-sentences.ts';
import type { OpenCase } from '#renderer/core/case/case-contract.ts';
import type { Account } from '#shared/workflow/authority/account.ts';
import type { Usul } from '#shared/records/usul.ts';
import { checkUsul } from '#shared/records/rules/check-usul.ts';
import { isColleagues } from '#shared/workflow/assignment/may-decide.ts';
import { queueOf } from '#shared/workflow/queues.ts';
import { toldVerdicts } from '#shared/workflow/told-decisions.ts';
import { findDecisionGaps } from '#shared/workflow/check-decision.ts';
import { localDateOf } from '#shared/kernel/local-date.ts';

/** What follows from the draft, and from what is known of the documents. */
type Following = 'gaps' | 'warnings' | 'left' | 'unread' | 'leftOut';

/** An usul as it is on the disk; `hasSaved`: something typed about it was there. */
export interface LoadedCase extends Omit<OpenCase, 'canUndo' | 'saveFailed' | Following> {
  readonly hasSaved: boolean;
}

/** Reads an usul with what was typed and decided about it; null when it is not on this PC. */
export async function loadCase(seat: Seat, usulId: string, now: Date): Promise<LoadedCase | null> {
  const stored = await readUsul(seat.database, usulId);
  if (!stored) return null;
  const usul = await underPolicyNow(seat.database, stored);
  const saved = await readDraft(seat.database, usulId);
  const decisions = await listDecisionsOf(seat.database, usulId);
  const here = decisionHere(usul, decisions);
  const typed = here ? draftOfDecision(here.decision, usul) : emptyDraft(usul);
  const draft = saved ? rebaseDraft(saved, usul) : typed;
  const day = localDateOf(now);
  const judged = judgedBy(usul, draft);
  const { role, scope } = seat.account;
  const closedBecause = whyReadOnly(usul, seat.account, here, now);
  const takenHere = usul.assignment !== undefined && (await isTakenHere(seat.database, usul));
  const isOthers = closedBecause === null && !takenHere && isColleagues(usul.assignment, day);
  const colleagues = isOthers ? (usul.assignment ?? null) : null;
  return {
    kind: 'terbuka',
    usul,
    judged,
    findings: checkUsul(judged, day),
    day,
    task: queueOf(role, scope, usul.position),
    told: toldVerdicts(usul),
    readOnlyBecause: colleagues ? colleaguesUsul(colleagues.name) : closedBecause,
    colleagues,
    takenHere,
    leftDesk: false,
    decidedHere: here,
    hasSaved: saved !== undefined,
    draft,
  };
}

/** What is known beside an usul: of its documents, and whether (and of which batch) it is looked at as a sample. */
interface Beside {
  readonly documents: KnownDocuments;
  readonly bulkId: string | null;
}

/** A draft with all that follows from it, and from what is known beside the usul now. */
export function draftPart(
  open: JudgedCase,
  { documents, bulkId }: Beside,
  draft: Draft,
): Pick<OpenCase, 'draft' | 'judged' | 'findings' | Following> {
  const { usul } = open;
  const { judged, findings } = judgedAs(open, draft);
  const deed = deedOf({ task: open.task, draft }) ?? 'teruskan';
  const about: WarnedCase = { usul: judged, findings, documents };
  const warnings = openWarnings(about, draft, deed);
  const content = inBulk(contentOf(usul, draft, deed, warnings), bulkId);
  const gaps = findDecisionGaps(usul, content, warnings);
  const { unread, leftOut } = documents;
  const left = fieldsLeftToPerson(about);
  return { draft, judged, findings, gaps, warnings, left, unread, leftOut };
}

type JudgedCase = Pick<OpenCase, 'usul' | 'draft' | 'judged' | 'findings' | 'day' | 'task'>;

function judgedAs(open: JudgedCase, draft: Draft): Pick<OpenCase, 'judged' | 'findings'> {
  if (judgesTheSame(open.draft, draft)) return open;
  const judged = judgedBy(open.usul, draft);
  return { judged, findings: checkUsul(judged, open.day) };
}

/** Whether both judge the same record: what is put right, and under which reason it goes. */
function judgesTheSame(one: Draft, other: Draft): boolean {
  const names = new Set([...Object.keys(one.verdicts), ...Object.keys(other.verdicts)]);
  return (
    one.deletionReason === other.deletionReason &&
    [...names].every((name) => one.verdicts[name]?.correction === other.verdicts[name]?.correction)
  );
}

/** The decision that counts for the usul as it is now: the newest on this version that was not refused. */
function decisionHere(usul: Usul, decisions: readonly DecisionEntry[]): DecisionEntry | null {
  return (
    decisions.findLast(
      ({ decision, state }) => state.kind !== 'ditolak' && decision.version === usul.version,
    ) ?? null
  );
}

/** A sentence when the account cannot decide the usul now; null when it can. */
function whyReadOnly(
  usul: Usul,
  account: Account,
  here: DecisionEntry | null,
  now: Date,
): string | null {
  if (here && here.state.kind !== 'ditolak') return decidedHere[here.state.kind];
  return whyNotDecidable(usul, account, now);
}
