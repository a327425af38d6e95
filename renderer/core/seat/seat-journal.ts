import { CommandJournal, type JournalPlace } from '#renderer/data/journal/command-journal.ts';
import { keepSettled } from '#renderer/data/journal/keep-settled.ts';
import { reconcile } from '#renderer/data/journal/reconcile.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import { restoredFromJournal, seatSentences } from '#renderer/core/seat/seat-sentences.ts';
import type { Platform } from '#shared/bridge/platform.ts';

/** What the journal of a desk needs beside the account's database. */
export interface SeatJournalPorts {
  readonly platform: Pick<Platform, 'log'>;
  readonly now: () => Date;
  /** A sentence that the person should hear once. */
  readonly tell: (sentence: string) => void;
  /** Decisions came back that wait to be sent. */
  readonly onRestored: () => void;
  readonly onError: (cause: unknown) => void;
}

/** The journal of the account at the desk. */
export interface SeatJournal {
  readonly journal: CommandJournal;
  /** Resolves when nothing is read or restored any more. */
  stop(): Promise<void>;
}

/**
 * Opens the journal and makes it and the outbox say the same. That is its first turn: whoever decides or takes back
 * meanwhile waits for it, so nobody decides a second time what the journal brings back.
 */
export function openSeatJournal(
  place: JournalPlace,
  database: AccountDatabase,
  ports: SeatJournalPorts,
): SeatJournal {
  const { platform, onError } = ports;
  const journal = new CommandJournal(place, database.vault);
  const warn = (detail: string): void =>
    void platform.log({ level: 'warning', event: 'jurnal', detail });
  let stopped = false;
  let stopKeeping: (() => void) | null = null;

  const begin = async (): Promise<void> => {
    const done = await reconcile(database, journal, ports.now());
    if (!done.ok) {
      warn(`baca ${done.error.kind}`);
      ports.tell(seatSentences.journalUnreadable.message);
    } else {
      const { restored, unreadable, damagedBytes, fault } = done.value;
      if (unreadable + damagedBytes > 0) {
        warn(`tak terbaca ${unreadable}, rusak ${damagedBytes} bita`);
      }
      if (fault) warn(`tulis ${fault.kind}`);
      if (restored > 0) {
        ports.tell(restoredFromJournal(restored));
        ports.onRestored();
      }
    }
    if (stopped) return;
    stopKeeping = keepSettled(database, journal, {
      onFault: (fault) => warn(`selesai ${fault.kind}`),
      onError,
    });
  };
  const begun = begin().catch(onError);
  return {
    journal,
    stop: async () => {
      stopped = true;
      stopKeeping?.();
      await begun;
    },
  };
}

/** Turns among all windows of this origin, through the Web Locks API. */
export function takeWebLock<T>(name: string, work: () => Promise<T>): Promise<T> {
  return navigator.locks.request(name, work);
}
