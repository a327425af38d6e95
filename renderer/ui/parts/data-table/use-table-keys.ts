import { useKeys } from '#renderer/ui/keys/use-keys.ts';

interface TableKeyTargets {
  /** The active row. */
  readonly index: number;
  readonly count: number;
  readonly go: (index: number) => void;
  readonly open: (index: number) => void;
  /** How many rows fit on the screen. */
  readonly page: () => number;
}

/** The keys that move in a table and open a row. */
export function useTableKeys({ index, count, go, open, page }: TableKeyTargets): void {
  useKeys(['inbox'], {
    listUp: () => go(index - 1),
    listDown: () => go(index + 1),
    listHome: () => go(0),
    listEnd: () => go(count - 1),
    listPageUp: () => go(index - page()),
    listPageDown: () => go(index + page()),
    listOpen: () => open(index),
  });
}
