import { sql } from 'kysely';
import type { Db, Tx } from '#server/store/database.ts';
import { isLocalDate, type LocalDate } from '#shared/kernel/local-date.ts';
import type { SubstitutionKind, Substitution } from '#shared/workflow/assignment/substitution.ts';

/** A substitution with the date of its letter. */
export interface LetteredSubstitution extends Substitution {
  readonly letterDate: LocalDate;
  readonly holderAccountId: string;
}

interface SubstitutionRow {
  readonly id: string;
  readonly holder_id: string;
  readonly account_id: string;
  readonly username: string;
  readonly nip: string | null;
  readonly display_name: string;
  readonly kind: SubstitutionKind;
  readonly from_day: string;
  readonly until_day: string;
  readonly letter_number: string;
  readonly letter_date: string;
  readonly given: boolean;
}

/** The substitutions under an appointment that nobody has ended, whatever their days; the one that was made first is first. */
export async function readSubstitutions(
  db: Db | Tx,
  substituteId: string,
): Promise<readonly LetteredSubstitution[]> {
  const { rows } = await sql<SubstitutionRow>`
    SELECT substitution.id, holder_id, substitution.kind, from_day, until_day, given,
      substitution.letter_number, substitution.letter_date,
      account.id AS account_id, account.username, account.nip, account.display_name
    FROM substitution
    JOIN appointment ON appointment.id = holder_id
    JOIN account ON account.id = appointment.account_id
    WHERE substitute_id = ${substituteId} AND substitution.ended_at IS NULL
    ORDER BY substitution.created_at, substitution.id`.execute(db);
  return rows.map((row) => ({
    id: row.id,
    holderId: row.holder_id,
    holderAccountId: row.account_id,
    holder: {
      id: row.account_id,
      username: row.username,
      nip: row.nip,
      name: row.display_name,
    },
    kind: row.kind,
    from: dayOf(row.from_day),
    until: dayOf(row.until_day),
    letterNumber: row.letter_number,
    letterDate: dayOf(row.letter_date),
    given: row.given,
  }));
}

function dayOf(text: string): LocalDate {
  if (!isLocalDate(text)) throw new Error(`Not a day of the calendar: ${text}`);
  return text;
}
