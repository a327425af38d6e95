/** What `BroadcastChannel` does among the windows of one PC. */
export function makeChannels() {
  const channels = new Set<{ name: string; hear: (message: unknown) => void }>();
  return (name: string, hear: (message: unknown) => void) => {
    const mine = { name, hear };
    channels.add(mine);
    return {
      post: (message: unknown) => {
        const copy: unknown = structuredClone(message);
        for (const other of channels) {
          if (other !== mine && other.name === name) queueMicrotask(() => other.hear(copy));
        }
      },
      close: () => void channels.delete(mine),
    };
  };
}
