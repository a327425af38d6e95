import { sql, type RawBuilder } from 'kysely';
import type { Db } from '#server/store/database.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { SubstitutionKind } from '#shared/workflow/assignment/substitution.ts';

/** A substitution that nobody has ended, with the names of both. */
export interface ListedSubstitution {
  readonly id: string;
  readonly substitute: string;
  readonly holder: string;
  readonly kind: SubstitutionKind;
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly letterNumber: string;
}

/** The substitutions that nobody has ended, the first to begin first. */
export async function listSubstitutions(
  db: Db,
  which: RawBuilder<boolean> = sql`true`,
): Promise<readonly ListedSubstitution[]> {
  const { rows } = await sql<ListedSubstitution>`
    SELECT one.id, by.display_name AS substitute, held.display_name AS holder, one.kind,
      from_day AS "from", until_day AS "until", one.letter_number AS "letterNumber"
    FROM substitution AS one
    JOIN appointment AS a ON a.id = one.substitute_id JOIN account AS by ON by.id = a.account_id
    JOIN appointment AS b ON b.id = one.holder_id JOIN account AS held ON held.id = b.account_id
    WHERE one.ended_at IS NULL AND ${which} ORDER BY from_day, one.id`.execute(db);
  return rows;
}
