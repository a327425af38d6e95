import { useSyncExternalStore } from 'react';
import type { SystemLook } from '#renderer/ui/theme.ts';

const queries = [
  '(prefers-color-scheme: dark)',
  '(prefers-contrast: more)',
  '(forced-colors: active)',
] as const;

/** What the operating system asks for; follows it while the application runs. */
export function useSystemLook(): SystemLook {
  const wishes = useSyncExternalStore(subscribe, wishesNow);
  const [dark, contrast, forced] = wishes.split(' ').map((wish) => wish === 'ya');
  return { dark: dark === true, moreContrast: contrast === true || forced === true };
}

function subscribe(onChange: () => void): () => void {
  const lists = queries.map((query) => window.matchMedia(query));
  for (const list of lists) list.addEventListener('change', onChange);
  return () => {
    for (const list of lists) list.removeEventListener('change', onChange);
  };
}

/** One word a query: a string, so that React sees whether anything changed. */
function wishesNow(): string {
  return queries.map((query) => (window.matchMedia(query).matches ? 'ya' : 'tidak')).join(' ');
}
