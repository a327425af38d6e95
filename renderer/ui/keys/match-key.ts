import { keyTable, type KeyBinding, type KeyScope } from '#renderer/ui/keys/key-table.ts';

/** The part of a keyboard event that decides what it means. */
export interface PressedKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

/** What has the focus: a text input takes letters; a control (button, checkbox) takes Space and Enter. */
export type FocusKind = 'text' | 'control' | 'overlay' | 'none';

/** The binding of a pressed key in one of the live scopes, the first scope first; undefined when the key is not ours. */
export function matchKey(
  pressed: PressedKey,
  scopes: readonly KeyScope[],
  focus: FocusKind,
): KeyBinding | undefined {
  if (pressed.altKey || pressed.metaKey || focus === 'overlay') return undefined;
  if (focus === 'control' && !pressed.ctrlKey && (pressed.key === ' ' || pressed.key === 'Enter')) {
    return undefined;
  }
  const key = pressed.key.length === 1 ? pressed.key.toLowerCase() : pressed.key;
  for (const scope of scopes) {
    const found = keyTable.find(
      (binding) =>
        binding.scope === scope &&
        (focus !== 'text' || binding.whileTyping === true) &&
        binding.combos.some(
          (combo) => combo.key === key && (combo.ctrl === true) === pressed.ctrlKey,
        ),
    );
    if (found) return found;
  }
  return undefined;
}

const textInputs = new Set(['text', 'search', 'password', 'email', 'number', 'tel', 'url']);

/** Says what kind of element has the focus. */
export function focusKindOf(target: EventTarget | null): FocusKind {
  if (!(target instanceof HTMLElement)) return 'none';
  if (target.closest('[role=dialog],[role=alertdialog],[role=menu],[role=listbox]'))
    return 'overlay';
  if (target.getAttribute('role') === 'combobox') return 'overlay';
  if (target instanceof HTMLInputElement) return textInputs.has(target.type) ? 'text' : 'control';
  if (target instanceof HTMLTextAreaElement || target.isContentEditable) return 'text';
  if (target instanceof HTMLButtonElement || target instanceof HTMLAnchorElement) return 'control';
  return 'none';
}
