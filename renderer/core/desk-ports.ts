import type { JournalPlace } from '#renderer/data/journal/command-journal.ts';
import type { IndexedDbPorts } from '#renderer/data/schema/open-database.ts';
import type { EvidenceSources } from '#renderer/core/evidence/evidence-sources.ts';
import type { OpenKeyChannel } from '#renderer/core/session/key-windows.ts';
import type { Peer } from '#renderer/workers/sync/client.ts';
import type { Role } from '#shared/workflow/authority/roles.ts';
import type { Platform } from '#shared/bridge/platform.ts';

/** Durations of the desk, in milliseconds. */
export interface DeskTiming {
  /** How long a decision can be corrected before it is sent. */
  readonly holdMs: number;
  /** How often the server is asked for changes while all is well. */
  readonly pollMs: number;
  /** Pause of typing after which a draft is written. */
  readonly autosaveMs: number;
  /** How long changes are gathered before the inbox is built again. */
  readonly gatherMs: number;
  /** How long a view waits for a document that is on its way. */
  readonly documentPatienceMs: number;
  /** How long a new window waits for another one to hand it the key. */
  readonly keyPatienceMs: number;
  /** How long unlocking waits for a word of the server, to know whether to ask it about a password. */
  readonly serverPatienceMs: number;
}

/** What a desk stands on. Everything but the platform has its real value when absent; tests give their own. */
export interface DeskPorts {
  readonly platform: Platform;
  /** The roles that have a desk of their own; every role when absent. */
  readonly deskRoles?: readonly Role[];
  readonly startWorker?: () => Peer;
  /** Calls back whenever the page's network comes (true) or goes. */
  readonly followNetwork?: (tell: (online: boolean) => void) => void;
  /** Calls back whenever a person turns to the page; not in quick succession. */
  readonly followAttention?: (tell: () => void) => void;
  readonly indexedDb?: IndexedDbPorts;
  /** Rounds from a password to a key; fewer only where a test signs in often. */
  readonly passwordRounds?: number;
  /** How the windows of one account hand each other the key. */
  readonly openKeyChannel?: OpenKeyChannel;
  /** Who reads documents and how much; what is absent is the page's own, and without a reader nothing is read. */
  readonly evidence?: EvidenceSources;
  /** Takes turns on the journals among the windows of this PC. */
  readonly journalTurns?: JournalPlace['exclusively'];
  readonly now?: () => Date;
  readonly timing?: Partial<DeskTiming>;
}

/** Durations of a desk at work. */
export const defaultTiming: DeskTiming = {
  holdMs: 10_000,
  pollMs: 30_000,
  autosaveMs: 400,
  gatherMs: 60,
  documentPatienceMs: 30_000,
  keyPatienceMs: 150,
  serverPatienceMs: 3_000,
};
