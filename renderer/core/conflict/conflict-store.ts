import { createStore, type StoreApi } from 'zustand/vanilla';
import { watchCase } from '#renderer/data/live/watch-case.ts';
import { readUsul } from '#renderer/data/usul/usul-rows.ts';
import type { Seat } from '#renderer/core/seat/seat.ts';
import { whyNotDecidable } from '#renderer/core/shared-sentences.ts';
import type { ConflictStore, UsulNow } from '#renderer/core/conflict/conflict-contract.ts';

type ConflictSeat = Pick<Seat, 'account' | 'database'>;

/** The usul of a returned decision as it is now, and how to bind it to an account (returns how to let go). */
export interface ConflictDesk {
  readonly store: StoreApi<ConflictStore>;
  follow(seat: ConflictSeat): () => void;
}

/** Builds what a returned decision is compared with; it follows the usul while somebody looks. */
export function makeConflictStore(onError: (cause: unknown) => void): ConflictDesk {
  let seat: ConflictSeat | null = null;
  let stop: (() => void) | null = null;
  // What was begun for an usul that nobody looks at any more, or before it changed again, must not be shown.
  let turn = 0;
  const store = createStore<ConflictStore>()(() => ({
    usulId: null,
    now: { kind: 'memuat' },
    look,
  }));

  function look(usulId: string | null): void {
    stop?.();
    stop = null;
    turn += 1;
    store.setState({ usulId, now: { kind: 'memuat' } });
    if (usulId === null || !seat) return;
    const from = seat;
    const read = async (): Promise<void> => {
      const mine = (turn += 1);
      const now = await readNow(from, usulId, onError);
      if (mine === turn) store.setState({ now });
    };
    stop = watchCase(
      from.database,
      usulId,
      () => void read(),
      (cause) => {
        onError(cause);
        store.setState({ now: { kind: 'gagal' } });
      },
    );
  }

  return {
    store,
    follow: (next) => {
      seat = next;
      // Somebody may have been looking already: the address comes back before the desk does.
      look(store.getState().usulId);
      return () => {
        seat = null;
        look(null);
      };
    },
  };
}

async function readNow(
  { database, account }: ConflictSeat,
  usulId: string,
  onError: (cause: unknown) => void,
): Promise<UsulNow> {
  try {
    const usul = await readUsul(database, usulId);
    if (!usul) return { kind: 'tidak_ada' };
    return { kind: 'ada', usul, closedBecause: whyNotDecidable(usul, account) };
  } catch (cause) {
    onError(cause);
    return { kind: 'gagal' };
  }
}
