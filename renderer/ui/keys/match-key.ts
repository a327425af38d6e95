import type { KeyBinding, KeyGroup } from '#renderer/ui/keys/key-group.ts';

/** The part of a keyboard event that decides what it means. */
export interface PressedKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

/**
 * What has the focus: a text input takes letters; a control (button, checkbox) takes Space and Enter; one that the arrows
 * move within or adjust takes these too: `arrows` all four (radio group, slider), `sideways` left and right (toolbar, tabs,
 * the line between two columns). An overlay takes them all, a modal one also what works everywhere but the lock.
 */
export type FocusKind = 'text' | 'control' | 'arrows' | 'sideways' | 'overlay' | 'modal' | 'none';

/** The binding of a pressed key in one of the live groups, the first group first; undefined when the key is not ours. */
export function matchKey<Action extends string>(
  pressed: PressedKey,
  groups: readonly KeyGroup<Action>[],
  focus: FocusKind,
): KeyBinding<Action> | undefined {
  if (pressed.altKey || pressed.metaKey) return undefined;
  if (!pressed.ctrlKey && ownKeys[focus].includes(pressed.key)) return undefined;
  const key = pressed.key.length === 1 ? pressed.key.toLowerCase() : pressed.key;
  for (const { keys } of groups) {
    const found = keys.find(
      (binding) =>
        worksWith(binding, focus) &&
        binding.combos.some(
          (combo) => combo.key === key && (combo.ctrl === true) === pressed.ctrlKey,
        ),
    );
    if (found) return found;
  }
  return undefined;
}

function worksWith(binding: KeyBinding, focus: FocusKind): boolean {
  const { everywhere, whileTyping, overModal } = binding;
  if (focus === 'modal') return overModal === true;
  if (everywhere === true) return true;
  return focus !== 'overlay' && (focus !== 'text' || whileTyping === true);
}

const press = [' ', 'Enter'];
const sideways = [...press, 'ArrowLeft', 'ArrowRight', 'Home', 'End'];

/** The keys that what has the focus needs itself. */
const ownKeys: Readonly<Record<FocusKind, readonly string[]>> = {
  text: [],
  control: press,
  sideways,
  arrows: [...sideways, 'ArrowUp', 'ArrowDown'],
  overlay: [],
  modal: [],
  none: [],
};

const arrowRoles = '[role=radiogroup],[role=slider]';
const sidewaysRoles = '[role=toolbar],[role=tablist],[role=separator],hr';
const textInputs = new Set(['text', 'search', 'password', 'email', 'number', 'tel', 'url']);

/** Says what kind of element has the focus. */
export function focusKindOf(target: EventTarget | null): FocusKind {
  if (!(target instanceof HTMLElement)) return 'none';
  if (target.closest('[aria-modal=true]')) return 'modal';
  if (target.closest('[role=dialog],[role=alertdialog],[role=menu],[role=listbox]'))
    return 'overlay';
  if (target.getAttribute('role') === 'combobox') return 'overlay';
  if (target instanceof HTMLInputElement && textInputs.has(target.type)) return 'text';
  // Letters choose in a list.
  if (target instanceof HTMLSelectElement) return 'text';
  if (target instanceof HTMLTextAreaElement || target.isContentEditable) return 'text';
  if (target.closest(arrowRoles)) return 'arrows';
  if (target.closest(sidewaysRoles)) return 'sideways';
  if (target instanceof HTMLInputElement) return 'control';
  if (target instanceof HTMLButtonElement || target instanceof HTMLAnchorElement) return 'control';
  return 'none';
}
