import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { makePagedRows, type FetchPage, type PagedRows } from '#renderer/core/admin/paged-rows.ts';

/** Rows of a list of the server while its screen is shown; `fetch` of the first drawing counts. */
export function useRows<Row, Query extends object>(
  fetch: FetchPage<Row, Query>,
  query: Query,
): PagedRows<Row, Query> {
  const [store] = useState(() => makePagedRows(fetch, query));
  useEffect(() => {
    store.getState().reload();
    return () => store.getState().leave();
  }, [store]);
  return useStore(store);
}
