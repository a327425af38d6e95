import { useState } from 'react';
import type { ShownError } from '#renderer/core/shown-error.ts';
import type { Result } from '#shared/kernel/result.ts';

/** Something that is done at the server, once at a time. */
export interface Act {
  readonly busy: boolean;
  /** Why the last one was not done. */
  readonly failure: ShownError | null;
  /** Does it; `then` with its answer where it was done. */
  readonly run: <T>(work: () => Promise<Result<T, ShownError>>, then: (value: T) => void) => void;
  readonly forget: () => void;
}

/** What a person does at the server on a screen. */
export function useAct(): Act {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ShownError | null>(null);
  async function go<T>(
    work: () => Promise<Result<T, ShownError>>,
    then: (value: T) => void,
  ): Promise<void> {
    setBusy(true);
    setFailure(null);
    const done = await work();
    setBusy(false);
    if (done.ok) then(done.value);
    else setFailure(done.error);
  }
  return {
    busy,
    failure,
    run: (work, then) => {
      if (!busy) void go(work, then);
    },
    forget: () => setFailure(null),
  };
}
