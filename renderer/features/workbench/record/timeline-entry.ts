import type { Period } from '#renderer/features/workbench/record/period.ts';
import type { RecordValues } from '#shared/records/usul.ts';

/**
 * What an entry is to the usul: proposed, already there, or the record that the usul changes or takes away.
 */
export type EntryRole = 'usul' | 'ada' | 'diubah' | 'dihapus';

/** What is wrong between an entry and those before it. */
export interface TimelineBreak {
  readonly kind: 'celah' | 'tumpang_tindih' | 'urutan';
  /** In one sentence. */
  readonly sentence: string;
}

/** One record of the person. */
export interface TimelineEntry {
  readonly key: string;
  readonly role: EntryRole;
  readonly title: string;
  /** What else tells it from the others; may be empty. */
  readonly details: string;
  /** Null where the record type has no time, or the day is not filled. */
  readonly period: Period | null;
  readonly values: RecordValues;
  /** Whole months since the one before began; null without one, and where periods have an end. */
  readonly monthsLater: number | null;
  /** What is wrong between it and those before. */
  readonly breaks: readonly TimelineBreak[];
}
