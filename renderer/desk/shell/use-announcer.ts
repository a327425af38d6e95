import { useCallback, useState } from 'react';
import type { Announce, SaidKind } from '#renderer/frame/announce.ts';
import { saidAgain } from '#renderer/ui/parts/said-again.ts';

/** A sentence that was said; a new object each time, so that the same sentence twice is two events. */
export interface Said {
  readonly sentence: string;
  /** What the sentence is about, where something else on the screen tells it as well. */
  readonly kind: SaidKind | null;
}

/** Says what the screen may not make clear enough: saved, cannot be saved, no next usul. */
export function useAnnouncer(): readonly [Said, Announce] {
  const [said, setSaid] = useState<Said>({ sentence: '', kind: null });
  const announce = useCallback((sentence: string, kind?: SaidKind) => {
    setSaid((before) => ({
      sentence: saidAgain(before.sentence, sentence),
      kind: kind ?? null,
    }));
  }, []);
  return [said, announce];
}
