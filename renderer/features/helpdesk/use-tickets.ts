import { useCallback, useMemo, useRef, useState } from 'react';
import { useTicketPage, type TicketView } from '#renderer/features/helpdesk/use-ticket-page.ts';
import type { QueryDesk } from '#renderer/core/query/query-contract.ts';
import type { ShownError } from '#renderer/core/shown-error.ts';
import type { Ticket, TicketPage, WholeTicket } from '#shared/contract/tickets.ts';
import type { Result } from '#shared/kernel/result.ts';

/** Tickets as the screen shows them: the list, the one that is open, and what is done to it. */
export interface Tickets {
  readonly view: TicketView;
  readonly rows: readonly Ticket[];
  readonly counts: TicketPage['counts'] | null;
  readonly next: number | null;
  readonly open: WholeTicket | null;
  readonly openId: string | null;
  readonly busy: boolean;
  readonly failure: ShownError | null;
  readonly look: (view: TicketView) => void;
  readonly reload: () => void;
  readonly more: () => void;
  readonly show: (id: string) => void;
  /** To the ticket after or before the one that is open. */
  readonly step: (by: 1 | -1) => void;
  /** Does something that the server answers with the ticket as it is then; true when it was done. */
  readonly act: (work: () => Promise<Result<WholeTicket, ShownError>>) => Promise<boolean>;
}

/** The tickets that the server has; nothing of them is kept on this PC. */
export function useTickets(query: QueryDesk): Tickets {
  const page = useTicketPage(query);
  const { failure: listFailure, reload, rows } = page;
  const [openId, setOpenId] = useState<string | null>(null);
  const [whole, setWhole] = useState<WholeTicket | null>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ShownError | null>(null);

  // How often the person has turned to a ticket: what was asked before is of another one, however late it comes.
  const turns = useRef(0);
  const show = useCallback(
    async (id: string): Promise<void> => {
      const turn = (turns.current += 1);
      setOpenId(id);
      const asked = await query.ask('ticket', { params: { id } });
      if (turn !== turns.current) return;
      setFailure(asked.ok ? null : asked.error);
      if (asked.ok) setWhole(asked.value);
    },
    [query],
  );
  const act = useCallback<Tickets['act']>(
    async (work) => {
      const turn = turns.current;
      setBusy(true);
      const done = await work();
      setBusy(false);
      if (done.ok) reload();
      if (!done.ok) setFailure(done.error);
      else if (turn === turns.current) {
        // What is asked about it and has not come yet is older.
        turns.current += 1;
        setFailure(null);
        setOpenId(done.value.ticket.id);
        setWhole(done.value);
      }
      return done.ok;
    },
    [reload],
  );
  const step = useCallback(
    (by: 1 | -1): void => {
      const at = rows.findIndex(({ id }) => id === openId);
      const next = rows[at === -1 ? 0 : at + by];
      if (next) void show(next.id);
    },
    [rows, openId, show],
  );
  const open = whole?.ticket.id === openId ? whole : null;
  return useMemo(
    () => ({
      ...page,
      open,
      openId,
      busy,
      failure: failure ?? listFailure,
      show: (id) => void show(id),
      step,
      act,
    }),
    [page, open, openId, busy, failure, listFailure, show, step, act],
  );
}
