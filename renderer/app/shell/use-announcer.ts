import { useCallback, useState } from 'react';

/** A sentence that was said; a new object each time, so that the same sentence twice is two events. */
export interface Said {
  readonly sentence: string;
}

/** Says what the screen may not make clear enough: saved, cannot be saved, no next usul. */
export function useAnnouncer(): readonly [Said, (sentence: string) => void] {
  const [said, setSaid] = useState<Said>({ sentence: '' });
  const announce = useCallback((sentence: string) => {
    // A screen reader reads a changed text only: the same sentence differs by a blank that nobody sees.
    setSaid((before) => ({
      sentence: before.sentence === sentence ? `${sentence}\u00A0` : sentence,
    }));
  }, []);
  return [said, announce];
}
