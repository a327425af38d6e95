import type { KeyGroup } from '#renderer/ui/keys/key-group.ts';
import { useKeys } from '#renderer/ui/keys/use-keys.ts';

/** What the keys of a screen with a table do; the search over the table is the screen's own business. */
export type TableAction =
  | 'openSearch'
  | 'listUp'
  | 'listDown'
  | 'listPageUp'
  | 'listPageDown'
  | 'listHome'
  | 'listEnd'
  | 'listOpen';

interface TableKeyTargets {
  readonly keys: KeyGroup<TableAction>;
  /** The active row. */
  readonly index: number;
  readonly count: number;
  /** `reaching`: with Shift held. */
  readonly go: (index: number, reaching?: boolean) => void;
  readonly open: (index: number) => void;
  /** How many rows fit on the screen. */
  readonly page: () => number;
}

/** The keys that move in a table and open a row. */
export function useTableKeys({ keys, index, count, go, open, page }: TableKeyTargets): void {
  useKeys([keys], {
    listUp: (_, shift) => ifFree(() => go(index - 1, shift)),
    listDown: (_, shift) => ifFree(() => go(index + 1, shift)),
    listHome: (_, shift) => ifFree(() => go(0, shift)),
    listEnd: (_, shift) => ifFree(() => go(count - 1, shift)),
    listPageUp: (_, shift) => ifFree(() => go(index - page(), shift)),
    listPageDown: (_, shift) => ifFree(() => go(index + page(), shift)),
    listOpen: () => ifFree(() => open(index)),
  });
}

/** Nothing happens under an open popover or menu, wherever the focus is. */
function ifFree(act: () => void): void {
  if (!document.querySelector('[role=dialog],[role=alertdialog],[role=menu]')) act();
}
