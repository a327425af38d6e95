import {
  followCommandMarks,
  followDocuments,
  followUsul,
  type TableChange,
} from '#renderer/data/live/follow-table.ts';
import { followTypedDrafts } from '#renderer/data/drafts/drafts.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import type { InboxIndex } from '#renderer/core/inbox/inbox-index.ts';

/** Who is told of the rows. */
export interface SourceListener {
  /** How long changes are gathered before `publish` is called again, in milliseconds. */
  readonly gatherMs: number;
  readonly publish: () => void;
  readonly onError: (cause: unknown) => void;
}

/**
 * Lets an index follow an account's database; returns how to stop. `publish` is called once all four sources have
 * spoken, so that no row shows a wrong state for a moment, then after every change.
 */
export function followSources(
  database: AccountDatabase,
  index: InboxIndex,
  { gatherMs, publish, onError }: SourceListener,
): () => void {
  const silent = new Set(['usul', 'documents', 'outbox', 'drafts']);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const heard = (source: string): void => {
    const first = silent.delete(source) && silent.size === 0;
    if (silent.size > 0) return;
    if (first) return publish();
    timer ??= setTimeout(() => {
      timer = undefined;
      publish();
    }, gatherMs);
  };
  const listen = <Row>(source: string, apply: (change: TableChange<Row>) => void) => ({
    onChange: (change: TableChange<Row>) => {
      apply(change);
      heard(source);
    },
    onError,
  });
  const stops = [
    followUsul(
      database,
      listen('usul', (change) => index.changeUsul(change)),
    ),
    followDocuments(
      database,
      listen('documents', (change) => index.changeDocuments(change)),
    ),
    followCommandMarks(
      database,
      listen('outbox', (change) => index.changeDecisions(change)),
    ),
    followTypedDrafts(
      database,
      (usulIds) => {
        index.changeDrafts(usulIds);
        heard('drafts');
      },
      onError,
    ),
  ];
  return () => {
    clearTimeout(timer);
    for (const stop of stops) stop();
  };
}
