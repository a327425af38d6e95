import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ShownError } from '#renderer/core/shown-error.ts';
import type { Result } from '#shared/kernel/result.ts';

/** A page as the server gives it. */
export interface RowsPage<Row> {
  readonly rows: readonly Row[];
  readonly next: string | null;
}

/** Fetches a page: of what is asked for, from a key on. */
export type FetchPage<Row, Query> = (
  query: Query,
  after: string | undefined,
  signal: AbortSignal,
) => Promise<Result<RowsPage<Row>, ShownError>>;

/** Rows that lie at the server alone, page by page; nothing of them is kept on the PC. */
export interface PagedRows<Row, Query> {
  readonly query: Query;
  readonly rows: readonly Row[];
  /** Whether a page is on its way. */
  readonly loading: boolean;
  /** Whether any page came since the query was changed. */
  readonly ready: boolean;
  readonly failure: ShownError | null;
  readonly next: string | null;
  /** Asks for something else; what was on its way is given up. */
  ask: (change: Partial<Query>) => void;
  /** The same from the first page. */
  reload: () => void;
  /** The next page behind those that are here. */
  more: () => void;
  /** Nobody looks any more. */
  leave: () => void;
}

/** How long typing may pause before the server is asked, in milliseconds. */
const pauseMs = 250;

/** Rows of one list, without any yet: `reload` fetches the first page. */
export function makePagedRows<Row, Query extends object>(
  fetch: FetchPage<Row, Query>,
  query: Query,
): StoreApi<PagedRows<Row, Query>> {
  let stop = new AbortController();
  let pause: ReturnType<typeof setTimeout> | undefined;

  const begin = (): AbortSignal => {
    clearTimeout(pause);
    stop.abort();
    stop = new AbortController();
    return stop.signal;
  };

  return createStore<PagedRows<Row, Query>>()((set, get) => {
    const load = async (before: readonly Row[], after: string | undefined): Promise<void> => {
      const signal = begin();
      set({ loading: true, failure: null });
      const page = await fetch(get().query, after, signal);
      if (signal.aborted) return;
      if (page.ok) {
        const { rows, next } = page.value;
        set({ rows: [...before, ...rows], next, loading: false, ready: true });
      } else set({ failure: page.error, loading: false });
    };
    return {
      query,
      rows: [],
      loading: false,
      ready: false,
      failure: null,
      next: null,
      ask: (change) => {
        begin();
        set({ query: { ...get().query, ...change }, loading: true, failure: null });
        pause = setTimeout(() => void load([], undefined), pauseMs);
      },
      reload: () => void load([], undefined),
      more: () => {
        const { rows, next, loading } = get();
        if (next !== null && !loading) void load(rows, next);
      },
      leave: () => void begin(),
    };
  });
}
