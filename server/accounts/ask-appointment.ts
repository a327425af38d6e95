import { appointmentTexts } from '#server/accounts/appointment-texts.ts';
import type { NewAppointment } from '#server/accounts/appointments.ts';
import { findScopeName } from '#server/accounts/organisation.ts';
import type { CommandCall } from '#server/cli/cli-command.ts';
import { StartProblem } from '#server/cli/start-problem.ts';
import { isLocalDate, type LocalDate } from '#shared/kernel/local-date.ts';
import { localDateIn } from '#shared/kernel/time-zone.ts';
import { scopeSchema, type Scope } from '#shared/workflow/authority/account.ts';
import { declarationOf, roles, type Role } from '#shared/workflow/authority/roles.ts';

/** An appointment that was asked for at the terminal. */
export interface AskedAppointment {
  readonly appointment: Omit<NewAppointment, 'id' | 'accountId'>;
  readonly scopeName: string;
}

/** Asks for all that an appointment is. Throws StartProblem for what is none; nothing is written. */
export async function askAppointment({ db, ask }: CommandCall): Promise<AskedAppointment> {
  const texts = appointmentTexts;
  const role = await read(ask, texts.askRole, roleIn);
  const { scopes } = declarationOf(role);
  const typed = await ask(texts.askScope(scopes));
  const scope = scopeIn(typed);
  const scopeName = scope && (await findScopeName(db, scope));
  if (!scope || !scopeName || !scopes.includes(scope.kind)) {
    throw new StartProblem(`${texts.noSuchScope(typed.trim())} ${texts.nothingDone}`);
  }
  const today = localDateIn('WIB', new Date());
  const validFrom = await read(ask, texts.askFrom, (text) => (text === '' ? today : dayIn(text)));
  const until = await read(ask, texts.askUntil, (text) => {
    if (text === '') return { day: null };
    const day = dayIn(text);
    return day !== undefined && day >= validFrom ? { day } : undefined;
  });
  const number = await read(ask, texts.askLetterNumber, (text) => text.slice(0, 200) || undefined);
  const date = await read(ask, texts.askLetterDate, dayIn);
  const letter = { number, date };
  const dates = { validFrom, validUntil: until.day };
  return { appointment: { role, scope, ...dates, letter, appointedBy: null }, scopeName };
}

/** What is typed in answer to a question; throws StartProblem where that is no answer. */
export async function read<T>(
  ask: CommandCall['ask'],
  question: string,
  parse: (text: string) => T | undefined,
): Promise<T> {
  const answer = parse((await ask(question)).trim());
  if (answer !== undefined) return answer;
  throw new StartProblem(`${appointmentTexts.wrong(question)} ${appointmentTexts.nothingDone}`);
}

function roleIn(text: string): Role | undefined {
  return roles.find((role) => role === text.toLowerCase());
}

function scopeIn(text: string): Scope | undefined {
  const [kind, id] = text.trim().split(/:(.*)/su);
  return scopeSchema.safeParse(kind === 'bkn_pusat' ? { kind } : { kind, id }).data;
}

function dayIn(text: string): LocalDate | undefined {
  return isLocalDate(text) ? text : undefined;
}
