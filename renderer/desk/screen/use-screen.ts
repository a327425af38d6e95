import { useCallback, useEffect, useState } from 'react';
import { hashOf, screenOf, type Screen } from '#renderer/desk/screen/screen.ts';

/** The screen, mirrored in the address; back and forward of the host work too. */
export function useScreen(): readonly [Screen, (screen: Screen) => void] {
  const [screen, setScreen] = useState(() => screenOf(window.location.hash));
  useEffect(() => {
    const follow = (): void => setScreen(screenOf(window.location.hash));
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  const go = useCallback((next: Screen) => {
    window.location.hash = hashOf(next);
    setScreen(next);
  }, []);
  return [screen, go];
}
