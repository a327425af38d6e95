/** A signal within this time after the first is the same key press, passed on by whatever started this program. */
const samePressMs = 1000;

/** Ctrl-C: what is in hand is finished and told of; once more ends at once. */
export interface Interruption {
  readonly signal: AbortSignal;
  /** Ctrl-C does what it ever did. */
  end(): void;
}

/** Takes Ctrl-C over until `end`. */
export function stopOnInterrupt(): Interruption {
  const stopping = new AbortController();
  let firstAt = 0;
  const stop = (): void => {
    if (!stopping.signal.aborted) {
      firstAt = performance.now();
      console.log('\nStopping after what is in hand; once more ends at once.');
      stopping.abort();
    } else if (performance.now() - firstAt > samePressMs) process.exit(130);
  };
  process.on('SIGINT', stop);
  return { signal: stopping.signal, end: () => void process.removeListener('SIGINT', stop) };
}
