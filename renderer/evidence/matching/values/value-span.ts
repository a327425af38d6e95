import type { ReadingStream } from '#renderer/evidence/matching/reading-stream.ts';
import type { FieldQuery } from '#renderer/evidence/matching/field-evidence.ts';

/**
 * How what was read compares with the proposed value: the same; the same but for letters that OCR takes for one another;
 * another value.
 */
export type Agreement = 'sama' | 'samar' | 'beda';

/** The proposed value and what was read in the same plain form, to be compared letter by letter. */
export interface PlainPair {
  readonly wanted: string;
  readonly read: string;
}

/** A part of a stream's `raw` that may be the value. */
export interface ValueSpan {
  readonly start: number;
  readonly end: number;
  readonly agreement: Agreement;
  /** 0 the same, 1 nothing in common. */
  readonly distance: number;
  /** Whether something printed beside it (number in words, pangkat) says the same; null when nothing is there. */
  readonly support: boolean | null;
  /** Null where what was read is of another form altogether. */
  readonly plain: PlainPair | null;
  /** Another value that was read there, as a field would have it; null where it is the same, or its form is not understood. */
  readonly other: string | null;
}

/** Finds the places of one kind of value in a stream: those with the value, and those where something like it stands. */
export type ValueFinder = (query: FieldQuery, stream: ReadingStream) => readonly ValueSpan[];

/** A span with nothing beside it. */
export function span(
  start: number,
  end: number,
  agreement: Agreement,
  distance: number,
  plain: PlainPair | null,
  other: string | null = null,
): ValueSpan {
  return { start, end, agreement, distance, support: null, plain, other };
}
