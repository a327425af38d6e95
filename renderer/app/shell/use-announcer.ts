import { useCallback, useState } from 'react';

/** A sentence for people who do not see the screen change; the same one twice is said twice. */
export function useAnnouncer(): readonly [string, (sentence: string) => void] {
  const [said, setSaid] = useState('');
  const announce = useCallback((sentence: string) => {
    setSaid((before) => (before === sentence ? `${sentence}\u00A0` : sentence));
  }, []);
  return [said, announce];
}
