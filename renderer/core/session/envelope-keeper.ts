import type { Envelope } from '#renderer/data/sealing/envelope.ts';

/** Where copies of envelopes lie outside the local database, so that one that was erased loses no key. */
export interface EnvelopeKeeper {
  /** Resolves when the copy is on the disk, and those that hold the same key and are outdated by it are not any more. */
  keepEnvelope(accountId: string, envelope: Envelope, outdated: readonly Envelope[]): Promise<void>;
  /** Every copy of the account's envelope that can be read, newest first. */
  readEnvelopes(accountId: string): Promise<readonly Envelope[]>;
}
