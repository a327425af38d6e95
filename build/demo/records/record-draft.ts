import { isLocalDate, type LocalDate } from '#shared/kernel/local-date.ts';
import type { RecordValues } from '#shared/records/usul.ts';
import type { DocumentContent } from '#build/demo/documents/recipe.ts';
import type { Sheet } from '#build/demo/documents/surface.ts';
import type { Person } from '#build/demo/people/person.ts';
import type { Random } from '#build/demo/random.ts';

/** What a record is made from. */
export interface RecordContext {
  readonly person: Person;
  readonly random: Random;
  readonly today: LocalDate;
}

/** A document that proves the record, before it is decided how it got into its file. */
export interface DraftDocument {
  /** Id of the record type's document. */
  readonly documentId: string;
  readonly sheet: Sheet;
  readonly content: DocumentContent;
}

/** A record as it really is, with the documents that say so and what else the person has of this kind. */
export interface RecordDraft {
  readonly values: RecordValues;
  /** Earlier records of the same type. */
  readonly others: readonly RecordValues[];
  readonly documents: readonly DraftDocument[];
}

/** Makes the record of a person; undefined when the person cannot have one (a PPPK has no golongan). */
export type RecordBuilder = (context: RecordContext) => RecordDraft | undefined;

/** The values without the empty ones. */
export function filled(values: Readonly<Record<string, string | undefined>>): RecordValues {
  return Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, string] => Boolean(entry[1])),
  );
}

/** The value of a date field of a record made here; a bug where it is none. */
export function dateAt(values: RecordValues, name: string): LocalDate {
  const value = values[name] ?? '';
  if (!isLocalDate(value)) throw new Error(`${name} is no day: ${value}`);
  return value;
}
