import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { QueryDesk } from '#renderer/core/query/query-contract.ts';
import type { ShownError } from '#renderer/core/shown-error.ts';
import type { Ticket, TicketPage, ticketViews } from '#shared/contract/tickets.ts';

/** Which tickets are looked at. */
export type TicketView = (typeof ticketViews)[number];

/** The list of tickets, page after page. */
export interface TicketRows {
  readonly view: TicketView;
  readonly rows: readonly Ticket[];
  /** Null until the first page came. */
  readonly counts: TicketPage['counts'] | null;
  readonly next: number | null;
  readonly failure: ShownError | null;
  readonly look: (view: TicketView) => void;
  readonly reload: () => void;
  readonly more: () => void;
}

/** The tickets of a view, as the server has them. */
export function useTicketPage(query: QueryDesk): TicketRows {
  const [view, setView] = useState<TicketView>('terbuka');
  const [page, setPage] = useState<TicketPage | null>(null);
  const [failure, setFailure] = useState<ShownError | null>(null);
  const stop = useRef<AbortController | null>(null);
  const lane = useRef(query);

  const fetch = useCallback(async (wanted: TicketView, before?: number): Promise<void> => {
    stop.current?.abort();
    const mine = new AbortController();
    stop.current = mine;
    const asked = { query: { view: wanted, before } };
    const answer = await lane.current.ask('tickets', asked, mine.signal);
    // What was asked for since is newer.
    if (mine.signal.aborted) return;
    setFailure(answer.ok ? null : answer.error);
    if (!answer.ok) return;
    setPage((now) => (before === undefined ? answer.value : joined(now, answer.value)));
  }, []);
  useEffect(() => {
    void fetch('terbuka');
    return () => stop.current?.abort();
  }, [fetch]);

  const next = page?.next ?? null;
  const look = useCallback(
    (wanted: TicketView): void => {
      setView(wanted);
      void fetch(wanted);
    },
    [fetch],
  );
  const reload = useCallback(() => void fetch(view), [fetch, view]);
  const more = useCallback(() => void fetch(view, next ?? undefined), [fetch, view, next]);
  const rows = page?.tickets ?? none;
  const counts = page?.counts ?? null;
  return useMemo(
    () => ({ view, rows, counts, next, failure, look, reload, more }),
    [view, rows, counts, next, failure, look, reload, more],
  );
}

const none: readonly Ticket[] = [];

function joined(now: TicketPage | null, page: TicketPage): TicketPage {
  return { ...page, tickets: [...(now?.tickets ?? []), ...page.tickets] };
}
