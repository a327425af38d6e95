import { makeRandom } from '#build/demo/random.ts';
import type { FieldEvidence, FieldQuery } from '#renderer/evidence/matching/field-evidence.ts';
import { nearMissesOf } from '#tests/bench/evidence/near-misses/near-misses.ts';
import type { NearMiss } from '#tests/bench/evidence/near-misses/near-miss.ts';
import { officialsOf } from '#tests/bench/evidence/near-misses/officials.ts';
import { isPrinted, textOf } from '#tests/bench/evidence/near-misses/printed-elsewhere.ts';
import type { FixtureReading } from '#tests/bench/evidence/read-all.ts';

/** A wrong value for one field of a document; `elsewhere`: it truly stands there as the value of something else. */
export interface WrongValue extends NearMiss {
  readonly field: string;
  readonly of: FieldQuery['kind'];
  readonly elsewhere: boolean;
  /** It is the value of a field with a label of its own: papers tie it to that one. */
  readonly tied: boolean;
}

/** What the application says of a wrong value. */
export interface JudgedWrong extends WrongValue {
  readonly file: string;
  readonly variant: string;
  readonly right: string;
  readonly status: FieldEvidence['status'];
  readonly printed: string | null;
}

/** Wrong values of every document by its id; the same for all its variants and on every run. */
export function wrongValues(
  readings: readonly FixtureReading[],
): ReadonlyMap<string, readonly WrongValue[]> {
  const documents = new Map(readings.map((one) => [one.file.document.id, one]));
  return new Map(
    [...documents].map(([id, { queries: trueOnes }]) => {
      const queries = trueOnes.map(({ query }) => query);
      const digital = readings.find(
        ({ file }) => file.document.id === id && file.variant === 'digital',
      )?.reading;
      const officials = digital ? officialsOf(digital, queries) : [];
      const text = digital ? textOf(digital) : '';
      const all = queries.flatMap((query) => {
        const random = makeRandom('near misses', id, query.field);
        return nearMissesOf(query, { queries, officials }, random).map((miss): WrongValue => ({
          ...miss,
          field: query.field,
          of: query.kind,
          elsewhere: standsElsewhere(query, miss, text),
          tied: miss.kind === 'value of another field' && isTied(query, miss, queries),
        }));
      });
      return [id, all];
    }),
  );
}

const tiedKinds: readonly FieldQuery['kind'][] = ['tanggal', 'golongan', 'nip', 'nik', 'nama'];

/** Rows of one table share their label, and free text has none that everybody uses: nothing ties those. */
function isTied(query: FieldQuery, miss: NearMiss, queries: readonly FieldQuery[]): boolean {
  const owners = queries.filter(({ kind, value }) => kind === query.kind && value === miss.value);
  return (
    tiedKinds.includes(query.kind) &&
    owners.every(({ labels }) => labels.join() !== query.labels.join())
  );
}

/** The official's values stand there as well, yet in no case are they the employee's: they are judged like the others. */
function standsElsewhere(query: FieldQuery, { kind, value }: NearMiss, text: string): boolean {
  if (kind === 'value of the official') return false;
  return kind === 'value of another field' || isPrinted({ kind: query.kind, value }, text);
}

/** The queries of a document with wrong values in place of some right ones. */
export function withWrong(
  queries: readonly FieldQuery[],
  wrong: readonly WrongValue[],
): readonly FieldQuery[] {
  return queries.map((query) => {
    const miss = wrong.find(({ field }) => field === query.field);
    return miss ? { ...query, value: miss.value } : query;
  });
}

/** One case with what was answered. */
export function judgedWrong(
  { file, queries }: Pick<FixtureReading, 'file' | 'queries'>,
  wrong: WrongValue,
  answers: readonly FieldEvidence[],
): JudgedWrong {
  const found = answers.find(({ field }) => field === wrong.field);
  return {
    ...wrong,
    file: file.name,
    variant: file.variant,
    right: queries.find(({ query }) => query.field === wrong.field)?.query.value ?? '',
    status: found?.status ?? 'tidak_ditemukan',
    printed: found === undefined || found.status === 'tidak_ditemukan' ? null : found.place.printed,
  };
}
