import type { JournalPlace } from '#renderer/data/journal/command-journal.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import type { DeskBase } from '#renderer/core/desk-base.ts';
import type { DeskPorts } from '#renderer/core/desk-ports.ts';
import { makeJournalEnvelopes } from '#renderer/core/journal/journal-envelopes.ts';
import {
  openSeatJournal,
  takeWebLock,
  type SeatJournal,
  type SeatJournalPorts,
} from '#renderer/core/seat/seat-journal.ts';
import type { EnvelopeKeeper } from '#renderer/core/session/envelope-keeper.ts';

/** The journals of the accounts on this PC. */
export interface DeskJournals {
  /** Copies of envelopes that lie in the journals. */
  readonly envelopes: EnvelopeKeeper;
  readonly open: (accountId: string, database: AccountDatabase) => SeatJournal;
  /** Removes an account's journal; throws when the disk refuses. */
  readonly erase: (accountId: string) => Promise<void>;
}

/** The journals where the platform keeps them; windows take turns on them. */
export function makeDeskJournals(
  { platform, journalTurns = takeWebLock }: Pick<DeskPorts, 'platform' | 'journalTurns'>,
  { now, onError }: Pick<DeskBase, 'now' | 'onError'>,
  hears: Pick<SeatJournalPorts, 'tell' | 'onRestored'>,
): DeskJournals {
  const { journal } = platform;
  const place: Omit<JournalPlace, 'accountId'> = { journal, exclusively: journalTurns };
  return {
    envelopes: makeJournalEnvelopes(place),
    open: (accountId, database) =>
      openSeatJournal({ ...place, accountId }, database, { ...hears, platform, now, onError }),
    erase: async (accountId) => {
      const erased = await journal.erase(accountId);
      if (!erased.ok) throw new Error(`jurnal ${erased.error.kind}`);
    },
  };
}
