import type { CommandJournal } from '#renderer/data/journal/command-journal.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import type { Account } from '#shared/workflow/authority/account.ts';

/** The account at the desk and where its work is kept. */
export interface Seat {
  readonly account: Account;
  readonly database: AccountDatabase;
  readonly journal: CommandJournal;
}

/** What a command says of the appointment under which it is made: after that ended it is none under the next one. */
export function underAppointment({ account }: Pick<Seat, 'account'>): {
  readonly appointmentId?: string;
} {
  const { appointmentId } = account;
  return appointmentId === undefined ? {} : { appointmentId };
}
