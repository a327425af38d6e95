import { useState, type KeyboardEvent } from 'react';

/** Whether Caps Lock was on at the last key typed in an input; give the handler to both `onKeyDown` and `onKeyUp`. */
export function useCapsLock(): readonly [boolean, (event: KeyboardEvent) => void] {
  const [on, setOn] = useState(false);
  return [on, (event) => setOn(event.getModifierState('CapsLock'))];
}
