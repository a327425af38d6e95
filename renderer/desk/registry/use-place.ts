import { useCallback, useMemo } from 'react';
import { useHashLocation } from 'wouter/use-hash-location';
import type { Place, Registry } from '#renderer/desk/registry/registry.ts';

/** Goes to an address, given without `#`. */
export type Go = (address: string) => void;

/** The place that the address names, and the way to another one; back and forward of the host work too. */
export function usePlace(registry: Registry): readonly [Place, Go] {
  const [address, navigate] = useHashLocation();
  const place = useMemo(() => registry.placeAt(address), [registry, address]);
  const go = useCallback(
    (next: string) => {
      // Where one is already is no step to go back over.
      if (window.location.hash !== `#${next}`) navigate(next);
    },
    [navigate],
  );
  return [place, go];
}
