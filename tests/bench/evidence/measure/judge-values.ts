import { matchFields } from '#renderer/evidence/matching/match-fields.ts';
import type { FieldEvidence, ValueKind } from '#renderer/evidence/matching/field-evidence.ts';
import { placesOf } from '#tests/bench/evidence/measure/true-place.ts';
import type { FixtureReading } from '#tests/bench/evidence/read-all.ts';

/** What the application says of one value that truly stands in the document. */
export interface JudgedValue {
  readonly file: string;
  readonly variant: string;
  readonly field: string;
  readonly kind: ValueKind;
  readonly value: string;
  readonly status: FieldEvidence['status'];
  readonly because: string | null;
  readonly printed: string | null;
  /** Whether the first place that is shown is the true one, and whether any is. */
  readonly first: boolean;
  readonly located: boolean;
}

/** Judges every value of a document. */
export function judgeValues({ file, queries, reading }: FixtureReading): readonly JudgedValue[] {
  const evidence = matchFields(
    queries.map(({ query }) => query),
    reading,
  );
  return queries.map(({ query, truth }, at): JudgedValue => {
    const found = evidence[at] ?? { field: query.field, status: 'tidak_ditemukan' };
    const { first, any } = placesOf(found, truth, file);
    return {
      file: file.name,
      variant: file.variant,
      field: query.field,
      kind: query.kind,
      value: query.value,
      status: found.status,
      because: found.status === 'mirip' ? found.because : null,
      printed: found.status === 'tidak_ditemukan' ? null : found.place.printed,
      first,
      located: any,
    };
  });
}
