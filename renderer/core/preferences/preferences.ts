import type { InboxFilter, InboxSort, SavedFilter } from '#renderer/core/inbox/inbox-query.ts';

/** Looks of the application; `sistem` follows the operating system. */
export const themeChoices = ['sistem', 'terang', 'gelap', 'kontras'] as const;
export type ThemeChoice = (typeof themeChoices)[number];

/** How much stands on one screen. */
export const densities = ['lapang', 'rapat'] as const;
export type Density = (typeof densities)[number];

/** Size of the text in percent of the usual one; the document has its own zoom. */
export const textSizeChoices = [90, 100, 115, 130] as const;
export type TextSize = (typeof textSizeChoices)[number];

/** Which keys choose the outcome: the letters M P X K, or the digits 5 6 7 8. */
export const outcomeKeySets = ['huruf', 'angka'] as const;
export type OutcomeKeySet = (typeof outcomeKeySets)[number];

/** How a document of one kind was looked at last: zoom, and how far down its page the view began (share of the page). */
export interface DocumentView {
  readonly zoom: 'lebar' | 'halaman' | number;
  readonly top: number;
  readonly left: number;
}

/** What a person set or left behind on this PC; kept per account, without personal data. */
export interface Preferences {
  readonly theme: ThemeChoice;
  readonly density: Density;
  readonly textSize: TextSize;
  /** Idle minutes until the desk locks; never longer than the server's policy. Null: as the policy says. */
  readonly lockMinutes: number | null;
  readonly outcomeKeys: OutcomeKeySet;
  /** Whether the outcome follows from the verdicts until a person chooses another. */
  readonly suggestOutcome: boolean;
  /** Width of the record's column as a share of record and document together. */
  readonly recordShare: number;
  readonly queueOpen: boolean;
  readonly thumbnailsShown: boolean;
  /** Whether an usul with two or more documents shows two of them beside each other. */
  readonly sideBySide: boolean;
  readonly focusMode: boolean;
  /** By document kind (`documentId`). */
  readonly documentViews: Readonly<Record<string, DocumentView>>;
  /** Degrees clockwise by SHA-256; only documents that were turned. */
  readonly rotations: Readonly<Record<string, 90 | 180 | 270>>;
  readonly inboxFilter: InboxFilter;
  readonly inboxSort: InboxSort;
  readonly savedFilters: readonly SavedFilter[];
  readonly guideDone: boolean;
  /** Whether the person stopped reading ahead; documents of the open usul are read all the same. */
  readonly readAheadPaused: boolean;
}

export interface PreferencesStore {
  /** False until those of the account are read; the defaults stand meanwhile. */
  readonly ready: boolean;
  readonly preferences: Preferences;
  change(part: Partial<Preferences>): void;
}

/** What stands until a person changes it. */
export const defaultPreferences: Preferences = {
  theme: 'sistem',
  density: 'lapang',
  textSize: 100,
  lockMinutes: null,
  outcomeKeys: 'huruf',
  suggestOutcome: true,
  recordShare: 0.43,
  queueOpen: false,
  thumbnailsShown: false,
  sideBySide: false,
  focusMode: false,
  documentViews: {},
  rotations: {},
  inboxFilter: {
    search: '',
    recordTypes: [],
    kinds: [],
    statuses: ['belum_diperiksa'],
    unorIds: [],
    deadlines: [],
    marks: [],
    nip: '',
  },
  inboxSort: 'tenggat',
  savedFilters: [],
  guideDone: false,
  readAheadPaused: false,
};
