import { useCallback, useEffect, useMemo, useState } from 'react';
import { useStore, type StoreApi } from 'zustand';
import { needsDecision } from '#renderer/core/inbox/inbox-list.ts';
import type { BulkStore } from '#renderer/core/bulk/bulk-contract.ts';
import type { InboxRow, InboxStore } from '#renderer/core/inbox/inbox-contract.ts';
import { bulkText } from '#renderer/features/bulk/texts.ts';
import { bulkBarSentences } from '#shared/workflow/bulk/bulk-labels.ts';
import { mostInBulk } from '#shared/workflow/bulk/bulk-policy.ts';
import type { BulkBar } from '#shared/workflow/bulk/may-be-in-bulk.ts';

/** An usul to choose, or why it cannot be. */
export interface Choice {
  readonly id: string;
  readonly row: InboxRow;
  /** Null: it may be approved in bulk; undefined: not known yet. */
  readonly bar: string | null | undefined;
  readonly chosen: boolean;
}

/** What may be chosen, and how. */
export interface Selection {
  readonly choices: readonly Choice[];
  readonly fit: number;
  readonly chosen: readonly InboxRow[];
  /** Whether it is not known yet of every usul whether it may be chosen. */
  readonly judging: boolean;
  readonly toggle: (id: string) => void;
  /** Gives these what the first of them has. */
  readonly reach: (ids: readonly string[]) => void;
  readonly toggleAll: () => void;
}

/** The usul of the inbox, as they are filtered there; all that may be are chosen until the person takes some out. */
export function useSelection(desk: {
  readonly inbox: StoreApi<InboxStore>;
  readonly bulk: StoreApi<BulkStore>;
}): Selection {
  const queue = useStore(desk.inbox, (inbox) => inbox.queue);
  const rows = useMemo(() => queue.filter(needsDecision).slice(0, mostInBulk), [queue]);
  const bars = useBars(desk.bulk, rows);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const choices = useMemo(
    () =>
      rows.map((row): Choice => {
        const bar = barOf(row, bars);
        return { id: row.id, row, bar, chosen: bar === null && !left.has(row.id) };
      }),
    [rows, bars, left],
  );
  const change = useCallback((ids: readonly string[], out: boolean) => {
    setLeft((before) => {
      const next = new Set(before);
      for (const id of ids) {
        if (out) next.add(id);
        else next.delete(id);
      }
      return next;
    });
  }, []);
  const fit = useMemo(() => choices.filter(({ bar }) => bar === null), [choices]);
  const chosen = useMemo(() => fit.flatMap((one) => (one.chosen ? one.row : [])), [fit]);
  return {
    choices,
    fit: fit.length,
    chosen,
    judging: choices.some(({ bar }) => bar === undefined),
    toggle: (id) => change([id], !left.has(id)),
    reach: (ids) => change(ids, ids[0] !== undefined && left.has(ids[0])),
    toggleAll: () =>
      change(
        fit.map(({ id }) => id),
        chosen.length > 0,
      ),
  };
}

type Bars = ReadonlyMap<string, BulkBar | null>;

/** Asked anew when other usul are listed, or one of them is another version. */
function useBars(bulk: StoreApi<BulkStore>, rows: readonly InboxRow[]): Bars {
  const [bars, setBars] = useState<Bars>(new Map());
  const policy = useStore(bulk, (store) => store.policy);
  const wanted = useMemo(() => rows.map(({ id, version }) => `${id}/${version}`).join(' '), [rows]);
  useEffect(() => {
    let live = true;
    const ids = wanted === '' ? [] : wanted.split(' ').map((one) => one.slice(0, one.indexOf('/')));
    const judge = async (): Promise<void> => {
      const judged = await bulk.getState().judge(ids, policy);
      if (live) setBars(judged);
    };
    void judge();
    return () => {
      live = false;
    };
  }, [bulk, wanted, policy]);
  return bars;
}

function barOf(row: InboxRow, bars: Bars): Choice['bar'] {
  const bar = bars.get(row.id);
  if (bar === undefined) return undefined;
  if (bar !== null) return bulkBarSentences[bar];
  // What this PC read in the documents the server cannot know.
  return row.documentFindings > 0 ? bulkText.documentFindings : null;
}
