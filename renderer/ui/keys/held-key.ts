import type { KeyBinding } from '#renderer/ui/keys/key-group.ts';

/** The part of a keyboard event that says whether the key was just pressed or is held down. */
export interface KeyDown {
  /** The physical key, as in `KeyboardEvent.code`. */
  readonly code: string;
  readonly repeat: boolean;
}

/**
 * What a key that goes down does: `act`; `swallow` it; or `pass` it on to whatever has the focus.
 */
export type KeyEffect = 'act' | 'swallow' | 'pass';

/**
 * Remembers the key that did something and is still down. Held, it does that again only where its binding `repeats`; it
 * neither runs on into the next usul, nor is it typed into the input that its first press put the focus in.
 */
export interface HeldKey {
  /** `binding`: what the key means where the focus is now; null when it means nothing. */
  effectOf(down: KeyDown, binding: Pick<KeyBinding, 'repeats'> | null): KeyEffect;
}

/** One memory for the whole keyboard. */
export function makeHeldKey(): HeldKey {
  let acted: string | null = null;
  return {
    effectOf(down, binding) {
      if (!down.repeat) {
        // What goes on needs no memory, and whoever listens first must not take it from whom it is for.
        acted = binding === null || binding.repeats ? null : down.code;
        return binding === null ? 'pass' : 'act';
      }
      if (binding !== null) return binding.repeats ? 'act' : 'swallow';
      return acted === down.code ? 'swallow' : 'pass';
    },
  };
}
