import { useCallback, useState } from 'react';

/** The sentence said last and the way to say one; the same one twice differs by a blank, or it would not be read again. */
export function useTelling(): readonly [string, (sentence: string) => void] {
  const [said, setSaid] = useState('');
  const tell = useCallback((sentence: string) => {
    setSaid((before) => (before === sentence ? `${sentence}\u00A0` : sentence));
  }, []);
  return [said, tell];
}
