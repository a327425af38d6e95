import { useCallback } from 'react';

/** For the `ref` of where a person who came to this step goes on: it takes the focus as it appears. */
export function useFirstFocus(isFirst = true): (element: HTMLElement | null) => void {
  return useCallback(
    (element) => {
      if (isFirst) element?.focus();
    },
    [isFirst],
  );
}
