import { useCallback, useMemo, useState } from 'react';
import { withoutSent, withTyped, type Typed } from '#renderer/features/helpdesk/typed-replies.ts';
import type { Tickets } from '#renderer/features/helpdesk/use-tickets.ts';
import { helpdeskText as texts } from '#renderer/features/helpdesk/texts.ts';
import type { Announce } from '#renderer/frame/announce.ts';
import type { QueryDesk } from '#renderer/core/query/query-contract.ts';
import type { TicketAct } from '#shared/workflow/helpdesk/ticket.ts';
import { saysSomething } from '#shared/kernel/typed-text.ts';

/** What is done to the ticket that is open. */
export interface TicketWork {
  readonly busy: boolean;
  /** What was typed as its next message; by ticket, as long as the screen stands. */
  readonly text: string;
  readonly write: (text: string) => void;
  /** Sends it; `awaits`: whoever reported it is waited for. */
  readonly send: (awaits: boolean) => void;
  readonly toggleHold: () => void;
  readonly toggleDone: () => void;
  readonly noteSteps: (done: readonly number[]) => void;
}

/** What an officer, or whoever reported it, does to the ticket that is open. */
export function useTicketWork(query: QueryDesk, tickets: Tickets, announce: Announce): TicketWork {
  const { open, act, busy } = tickets;
  const ticket = open?.ticket ?? null;
  const [typed, setTyped] = useState<Typed>({});
  const draft = ticket && typed[ticket.id];

  const send = useCallback(
    async (awaits: boolean): Promise<void> => {
      if (!ticket || !draft || !saysSomething(draft.text)) return announce(texts.incomplete);
      const body = { ...draft, awaits };
      const done = await act(() => query.ask('replyToTicket', { params: { id: ticket.id }, body }));
      if (!done) return;
      setTyped((now) => withoutSent(now, ticket.id, draft));
      announce(texts.sent);
    },
    [ticket, draft, act, query, announce],
  );
  const doTo = useCallback(
    async (what: TicketAct): Promise<void> => {
      if (!ticket) return;
      const body = { version: ticket.version, act: what };
      const done = await act(() => query.ask('actOnTicket', { params: { id: ticket.id }, body }));
      if (done) announce(texts.done[what]);
    },
    [ticket, act, query, announce],
  );
  return useMemo(
    () => ({
      busy,
      text: draft?.text ?? '',
      write: (text) => ticket && setTyped((now) => withTyped(now, ticket.id, text)),
      send: (awaits) => void send(awaits),
      toggleHold: () => void doTo(ticket?.mine === true ? 'lepas' : 'ambil'),
      toggleDone: () => void doTo(ticket?.state === 'selesai' ? 'buka_lagi' : 'selesai'),
      noteSteps: (done) => {
        if (!ticket) return;
        const body = { done: [...done] };
        void act(() => query.ask('ticketSteps', { params: { id: ticket.id }, body }));
      },
    }),
    [busy, draft, send, doTo, ticket, act, query],
  );
}
