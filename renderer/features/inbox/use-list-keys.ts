import type { InboxRow } from '#renderer/state/store-contracts.ts';
import { useKeys } from '#renderer/ui/keys/use-keys.ts';

interface ListKeyTargets {
  readonly queue: readonly InboxRow[];
  /** The active row. */
  readonly index: number;
  readonly go: (index: number) => void;
  readonly onOpen: (usulId: string) => void;
  /** How many rows fit on the screen. */
  readonly page: () => number;
}

/** The keys that move in the list and open an usul. */
export function useListKeys({ queue, index, go, onOpen, page }: ListKeyTargets): void {
  useKeys(['inbox'], {
    listUp: () => go(index - 1),
    listDown: () => go(index + 1),
    listHome: () => go(0),
    listEnd: () => go(queue.length - 1),
    listPageUp: () => go(index - page()),
    listPageDown: () => go(index + page()),
    listOpen: () => {
      const row = queue[index];
      if (row) onOpen(row.id);
    },
  });
}
