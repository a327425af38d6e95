import { useCallback, useEffect, useRef, useState } from 'react';
import type { ShownError } from '#renderer/core/shown-error.ts';
import type { Result } from '#shared/kernel/result.ts';

/** One answer of the server, as a screen shows it. */
export interface Answered<T> {
  /** Null until the first one came. */
  readonly value: T | null;
  readonly failure: ShownError | null;
  readonly reload: () => void;
  /** Another answer told the same anew. */
  readonly put: (value: T) => void;
}

/** What the server answers while a screen is shown. `ask` of the first drawing counts. */
export function useAnswer<T>(
  ask: (signal: AbortSignal) => Promise<Result<T, ShownError>>,
): Answered<T> {
  const [value, setValue] = useState<T | null>(null);
  const [failure, setFailure] = useState<ShownError | null>(null);
  const first = useRef(ask);
  const stop = useRef<AbortController | null>(null);
  const fetch = useCallback(async (): Promise<void> => {
    stop.current?.abort();
    const mine = new AbortController();
    stop.current = mine;
    const answer = await first.current(mine.signal);
    if (mine.signal.aborted) return;
    if (answer.ok) setValue(answer.value);
    setFailure(answer.ok ? null : answer.error);
  }, []);
  useEffect(() => {
    void fetch();
    return () => stop.current?.abort();
  }, [fetch]);
  const reload = useCallback(() => void fetch(), [fetch]);
  return { value, failure, reload, put: setValue };
}
