import { z } from 'zod';

/** Talks with the other windows of this origin under one name. */
export interface KeyChannel {
  post(message: unknown): void;
  close(): void;
}

/** Opens a channel between windows. */
export type OpenKeyChannel = (name: string, hear: (message: unknown) => void) => KeyChannel;

/** A channel over the browser's own: it reaches our origin only, and a key that crosses it stays in WebCrypto. */
export const openKeyChannel: OpenKeyChannel = (name, hear) => {
  const channel = new BroadcastChannel(name);
  channel.addEventListener('message', ({ data }) => hear(data));
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- not a window
    post: (message) => channel.postMessage(message),
    close: () => channel.close(),
  };
};

const messageSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ask') }),
  z.object({ kind: z.literal('key'), key: z.instanceof(CryptoKey) }),
]);
type Message = z.infer<typeof messageSchema>;

/** What a window says and asks about the key of its account. */
export interface KeyWindows {
  /** Asks whichever window has the desk open. */
  ask(): void;
  /** Opens the desk in the other windows too. */
  tell(key: CryptoKey): void;
  close(): void;
}

/** The windows of one account: one that has the desk open hands the key to one that has not. */
export function joinKeyWindows(
  open: OpenKeyChannel,
  accountId: string,
  mine: { readonly ownKey: () => CryptoKey | null; readonly onKey: (key: CryptoKey) => void },
): KeyWindows {
  const channel = open(`meja-key-${accountId}`, (message) => {
    const parsed = messageSchema.safeParse(message);
    if (!parsed.success) return;
    if (parsed.data.kind === 'key') return mine.onKey(parsed.data.key);
    const key = mine.ownKey();
    if (key) tell(key);
  });
  const tell = (key: CryptoKey): void => channel.post({ kind: 'key', key } satisfies Message);
  return {
    ask: () => channel.post({ kind: 'ask' } satisfies Message),
    tell,
    close: () => channel.close(),
  };
}
