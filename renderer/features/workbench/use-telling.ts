import { useCallback, useState } from 'react';
import { saidAgain } from '#renderer/ui/parts/said-again.ts';

/** The sentence said last and the way to say one. */
export function useTelling(): readonly [string, (sentence: string) => void] {
  const [said, setSaid] = useState('');
  const tell = useCallback((sentence: string) => {
    setSaid((before) => saidAgain(before, sentence));
  }, []);
  return [said, tell];
}
