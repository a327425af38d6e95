/** Signs of life that the windows of one account tell one another. */
export interface SharedSigns {
  /** The person did something in this window. */
  tell(nowMs: number): void;
  close(): void;
}

/** Often enough for minutes; a moving mouse must not flood the other windows. */
const tellMs = 1000;

/** Hears (`onSign`) of signs in the other windows of the account on this PC, which lock together with this one. */
export function shareSigns(accountId: string, onSign: () => void): SharedSigns {
  const channel = new BroadcastChannel(`meja-hadir-${accountId}`);
  channel.addEventListener('message', onSign);
  let toldMs = -Infinity;
  return {
    tell: (nowMs) => {
      // Either way: a clock set back must not silence this window.
      if (Math.abs(nowMs - toldMs) < tellMs) return;
      toldMs = nowMs;
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no origin to name
      channel.postMessage(null);
    },
    close: () => channel.close(),
  };
}
