import { useEffect } from 'react';
import { hashOf } from '#renderer/desk/screen/screen.ts';
import type { SessionState } from '#renderer/core/session/session-contract.ts';

/** While nobody is signed in the address forgets its screen: who signs in next starts at the inbox, not where another left. */
export function useInboxAtSignIn(kind: SessionState['kind']): void {
  useEffect(() => {
    if (kind === 'keluar') window.location.hash = hashOf({ kind: 'inbox' });
  }, [kind]);
}
