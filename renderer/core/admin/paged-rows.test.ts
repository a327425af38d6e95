import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makePagedRows, type FetchPage } from '#renderer/core/admin/paged-rows.ts';
import { fail, succeed } from '#shared/kernel/result.ts';

interface Query {
  readonly search: string;
}

const offline = { kind: 'luring', message: 'Luring.', action: 'Coba lagi.' };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const settle = () => vi.advanceTimersByTimeAsync(300);

describe('rows that lie at the server', () => {
  it('come page by page, each once', async () => {
    const fetch = vi.fn<FetchPage<string, Query>>(async (_query, after) =>
      succeed(after === undefined ? { rows: ['a', 'b'], next: 'b' } : { rows: ['c'], next: null }),
    );
    const store = makePagedRows(fetch, { search: '' });
    store.getState().reload();
    await settle();
    store.getState().more();
    // Twice by mistake: the page is on its way already.
    store.getState().more();
    await settle();
    store.getState().more();
    await settle();
    expect(store.getState()).toMatchObject({ rows: ['a', 'b', 'c'], next: null, loading: false });
    expect(fetch).toHaveBeenCalledTimes(2);
  });

  it('are asked for once after some typing; an answer that comes late changes nothing', async () => {
    const answers = new Map<string, (rows: readonly string[]) => void>();
    const fetch: FetchPage<string, Query> = ({ search }) =>
      new Promise((resolve) => {
        answers.set(search, (rows) => resolve(succeed({ rows, next: null })));
      });
    const store = makePagedRows(fetch, { search: '' });
    store.getState().reload();
    for (const search of ['s', 'si', 'siti']) store.getState().ask({ search });
    await settle();
    expect([...answers.keys()]).toEqual(['', 'siti']);
    answers.get('siti')!(['Siti']);
    await settle();
    answers.get('')!(['alle']);
    await settle();
    expect(store.getState()).toMatchObject({ rows: ['Siti'], loading: false, ready: true });
  });

  it('stay in sight when the next page does not come, and can be asked for again', async () => {
    let online = true;
    const store = makePagedRows<string, Query>(
      async () => (online ? succeed({ rows: ['a'], next: 'a' }) : fail(offline)),
      { search: '' },
    );
    store.getState().reload();
    await settle();
    online = false;
    store.getState().more();
    await settle();
    expect(store.getState()).toMatchObject({ rows: ['a'], failure: offline, loading: false });
    online = true;
    store.getState().more();
    await settle();
    expect(store.getState()).toMatchObject({ rows: ['a', 'a'], failure: null });
  });

  it('are not waited for by anybody who left', async () => {
    const fetch = vi.fn<FetchPage<string, Query>>(async () => succeed({ rows: ['a'], next: null }));
    const store = makePagedRows(fetch, { search: '' });
    store.getState().ask({ search: 'x' });
    store.getState().leave();
    await settle();
    expect(fetch).not.toHaveBeenCalled();
    expect(store.getState().rows).toEqual([]);
  });
});
