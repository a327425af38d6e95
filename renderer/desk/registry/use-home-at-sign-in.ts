import { useEffect } from 'react';
import type { SessionState } from '#renderer/core/session/session-contract.ts';

/** While nobody is signed in the address forgets its screen: who signs in next starts at home, not where another left. */
export function useHomeAtSignIn(kind: SessionState['kind'], home: string): void {
  useEffect(() => {
    if (kind === 'keluar') window.location.hash = home;
  }, [kind, home]);
}
