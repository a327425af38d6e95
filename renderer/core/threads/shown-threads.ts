import type { OpenCase } from '#renderer/core/case/case-contract.ts';
import type { MessageEntry } from '#renderer/core/outbox/outbox-contract.ts';
import { asksForAction } from '#renderer/data/outbox/outbox.ts';
import type { ShownMessage, ShownThread } from '#renderer/core/threads/thread-contract.ts';
import type { UsulThread } from '#shared/records/usul-thread.ts';
import { activeStages } from '#shared/records/usul.ts';
import type { Account } from '#shared/workflow/authority/account.ts';
import { isOwnUsul } from '#shared/workflow/authority/own-usul.ts';
import { isHeldByOther, threadPart } from '#shared/workflow/threads/thread-rules.ts';

/** What the threads of an usul are shown with. */
export interface ThreadView {
  readonly account: Account;
  readonly messages: readonly MessageEntry[];
  /** What was typed about the usul and not sent. */
  readonly text: string;
  readonly now: Date;
}

/** The threads of an usul as they are shown, the one that waits for its answer first. */
export function shownThreads(
  { usul, decidedHere }: Pick<OpenCase, 'usul' | 'decidedHere'>,
  view: ThreadView,
): readonly ShownThread[] {
  const own = isOwnUsul(view.account, usul.employee.nip);
  const threads = (usul.threads ?? []).flatMap((thread): ShownThread[] => {
    const part = partIn(thread, view.account);
    if (part === null) return [];
    const other = isHeldByOther(thread, view.now) ? (thread.holder?.name ?? null) : null;
    const heldBy = part === 'answers' ? other : null;
    return [
      {
        usulId: usul.id,
        threadId: thread.id,
        open: thread.open,
        part,
        messages: messagesOf(thread, view),
        heldBy,
        held: part === 'answers' && thread.holder?.mine === true,
        mayWrite: thread.open && heldBy === null && !own && decidedHere === null,
        text: view.text,
      },
    ];
  });
  return threads.toSorted((a, b) => Number(b.open) - Number(a.open));
}

/** How many messages are on their way. */
export function countWaiting(messages: readonly MessageEntry[]): number {
  return messages.filter(({ state }) => state.kind === 'menunggu' || state.kind === 'mengirim')
    .length;
}

function partIn(thread: UsulThread, account: Account): ReturnType<typeof threadPart> {
  // A newer server may know more stages than this version.
  const stage = activeStages.find((one) => one === thread.stage);
  return stage ? threadPart(account.role, stage) : null;
}

/** What the server told of, then what was written here and is not among that. */
function messagesOf(
  { id: threadId, messages }: UsulThread,
  { account, messages: written }: ThreadView,
): readonly ShownMessage[] {
  const told = messages.map((message): ShownMessage => {
    const { id, at, kind, authorName, authorRole, text, mine = false } = message;
    return { id, at, kind, authorName, authorRole, text, mine, sending: null };
  });
  const known = new Set(told.map(({ id }) => id));
  const here = written.flatMap(({ message, state }): ShownMessage[] => {
    const isShown = message.threadId === threadId && !known.has(message.id);
    if (!isShown || (state.kind === 'ditolak' && !asksForAction(state))) return [];
    return [
      {
        id: message.id,
        at: message.madeAt,
        kind: 'pesan',
        authorName: account.displayName,
        authorRole: account.role,
        text: message.text,
        mine: true,
        sending: state.kind,
      },
    ];
  });
  return [...told, ...here];
}
