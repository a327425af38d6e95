import { useEffect, useRef } from 'react';
import { makeHeldKey } from '#renderer/ui/keys/held-key.ts';
import { focusKindOf, matchKey } from '#renderer/ui/keys/match-key.ts';
import type { KeyGroup } from '#renderer/ui/keys/key-group.ts';

/**
 * What to do for each action; `key` is the pressed key (which digit, say), `shift` whether Shift was held. An action left
 * out stays the browser's.
 */
export type KeyHandlers<Action extends string> = Partial<
  Record<Action, (key: string, shift: boolean) => void>
>;

// Every listener: the first press may be one's, its repeats another's.
const held = makeHeldKey();

/**
 * Listens to the keys of these groups while the component is shown; the first group wins. With `within`, only while the
 * focus is inside that element, and then before everybody else. A key held down repeats only what the key map says.
 */
export function useKeys<Action extends string>(
  groups: readonly KeyGroup<Action>[],
  handlers: KeyHandlers<NoInfer<Action>>,
  within?: { readonly current: HTMLElement | null },
): void {
  const latest = useRef({ groups, handlers });
  useEffect(() => {
    latest.current = { groups, handlers };
  });
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.isComposing) return;
      if (within && !within.current?.contains(document.activeElement)) return;
      const focus = focusKindOf(event.target);
      const binding = matchKey(event, latest.current.groups, focus);
      const handler = binding && latest.current.handlers[binding.action];
      const effect = held.effectOf(event, handler ? binding : null);
      if (effect === 'pass') return;
      event.preventDefault();
      if (effect === 'act') handler?.(event.key, event.shiftKey);
    }
    const capture = within !== undefined;
    document.addEventListener('keydown', onKeyDown, { capture });
    return () => document.removeEventListener('keydown', onKeyDown, { capture });
  }, [within]);
}
