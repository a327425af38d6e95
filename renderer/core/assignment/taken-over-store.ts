import { createStore, type StoreApi } from 'zustand/vanilla';
import { followTakenOver, seeTakenOver } from '#renderer/data/assignment/taken-over.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import type { TakenOverStore } from '#renderer/core/assignment/taken-over-contract.ts';

/** The takeovers and how to bind them to an account's database (returns how to let go). */
export interface TakenOverDesk {
  readonly store: StoreApi<TakenOverStore>;
  follow(database: AccountDatabase): () => void;
}

/** Builds what is told of takeovers. */
export function makeTakenOverStore(onError: (cause: unknown) => void): TakenOverDesk {
  let open: AccountDatabase | null = null;
  const store = createStore<TakenOverStore>()((set, get) => ({
    taken: [],
    see: () => {
      const { taken } = get();
      const database = open;
      if (!database || taken.length === 0) return;
      set({ taken: [] });
      seeTakenOver(database, taken).catch((cause: unknown) => {
        // Whoever locks the desk closes its database under it: it is told once more.
        if (open === database) onError(cause);
      });
    },
  }));
  return {
    store,
    follow: (database) => {
      open = database;
      const stop = followTakenOver(database, (taken) => store.setState({ taken }), onError);
      return () => {
        open = null;
        stop();
        store.setState({ taken: [] });
      };
    },
  };
}
