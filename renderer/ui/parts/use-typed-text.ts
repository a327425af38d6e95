import { useEffect, useRef, useState } from 'react';

/**
 * Text of an input whose value lives in a store: what is typed shows at once and is passed on; a change from outside
 * (another usul, a cleared verdict) takes its place.
 */
export function useTypedText(
  stored: string,
  pass: (text: string) => void,
): readonly [string, (text: string) => void] {
  const [typed, setTyped] = useState(stored);
  const passed = useRef(stored);
  useEffect(() => {
    if (stored === passed.current) return;
    passed.current = stored;
    setTyped(stored);
  }, [stored]);
  return [
    typed,
    (text) => {
      passed.current = text;
      setTyped(text);
      pass(text);
    },
  ];
}
