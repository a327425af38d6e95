import { saveTyped } from '#renderer/data/repositories/drafts.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import type { Draft } from '#renderer/data/schema/rows.ts';

/** Writes drafts behind the typing: soon after a pause, at once when the usul is left. */
export interface DraftSaver {
  /** This is on the screen now, as it was read from the disk: what is typed next is a change of it. */
  begin(draft: Draft): void;
  later(database: AccountDatabase, draft: Draft): void;
  /** Resolves when everything typed so far is on the disk. */
  flush(): Promise<void>;
}

/** Builds a saver; `autosaveMs` is the pause of typing that it waits for. */
export function makeDraftSaver(autosaveMs: number, onError: (cause: unknown) => void): DraftSaver {
  let pending: { readonly database: AccountDatabase; readonly draft: Draft } | null = null;
  let base: Draft | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let writing: Promise<void> = Promise.resolve();

  function take(): void {
    clearTimeout(timer);
    timer = undefined;
    const work = pending;
    pending = null;
    if (!work) return;
    const { database, draft } = work;
    const from = base?.usulId === draft.usulId ? base : draft;
    base = draft;
    writing = writing.then(() => saveTyped(database, from, draft)).catch(onError);
  }

  return {
    begin: (draft) => {
      base = draft;
    },
    later: (database, draft) => {
      pending = { database, draft };
      clearTimeout(timer);
      timer = setTimeout(take, autosaveMs);
    },
    flush: () => {
      take();
      return writing;
    },
  };
}
