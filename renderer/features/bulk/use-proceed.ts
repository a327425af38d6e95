import { useState } from 'react';
import { bulkKeys } from '#renderer/features/bulk/keys.ts';
import { useKeys } from '#renderer/ui/keys/use-keys.ts';

/**
 * A second press this soon (milliseconds) after a phase appeared was meant for what stood there before: nobody has read what
 * would be approved by it.
 */
const doublePressMs = 300;

/** What the key that goes on does in this phase. */
export function useProceed(proceed: () => void): void {
  const [shownAt] = useState(() => performance.now());
  useKeys([bulkKeys], {
    proceed: () => {
      if (performance.now() - shownAt >= doublePressMs) proceed();
    },
  });
}
