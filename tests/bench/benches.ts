import type { Bench } from '#tests/bench/bench.ts';

/** Every bench by name, loaded when it is asked for. */
export const benches: Readonly<Record<string, () => Promise<Bench>>> = {
  bulk: async () => (await import('#tests/bench/bulk/bulk.ts')).bulk,
  evidence: async () => (await import('#tests/bench/evidence/evidence.ts')).evidence,
  feed: async () => (await import('#tests/bench/feed/feed.ts')).feed,
  hands: async () => (await import('#tests/bench/hands/hands.ts')).hands,
  import: async () => (await import('#tests/bench/import/import.ts')).imports,
  start: async () => (await import('#tests/bench/start/start.ts')).start,
};
