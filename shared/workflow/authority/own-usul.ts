import type { QueueTask } from '#shared/workflow/authority/roles.ts';

/**
 * A person as far as it matters who one is: an account's own NIP, or a user name that is one; `id` of the account, for those
 * of whom no number is known.
 */
export interface Person {
  readonly id?: string;
  readonly nip?: string | null | undefined;
  readonly username?: string;
}

/** Whether an usul of the employee with this number is the person's own; false where his or her number is not known. */
export function isOwnUsul(person: Person, employeeNip: string): boolean {
  const employee = numberOf(employeeNip);
  return employee !== '' && numbersOf(person).includes(employee);
}

/** Whether both are one person: under one account, or under two with the same number. */
export function isSamePerson(one: Person, other: Person): boolean {
  if (one.id !== undefined && one.id === other.id) return true;
  const known = numbersOf(other);
  return numbersOf(one).some((number) => known.includes(number));
}

/** What a person does with an usul that the queue has for him or her: of his or her own nothing but follow it. */
export function taskFor(
  person: Person,
  employeeNip: string,
  task: QueueTask | null,
): QueueTask | null {
  return task !== null && isOwnUsul(person, employeeNip) ? 'follow' : task;
}

function numbersOf({ nip, username }: Person): readonly string[] {
  return [nip, username].map(numberOf).filter((number) => number !== '');
}

/** The 18 digits of a NIP or NI PPPK as they may be written on paper; empty for any other text. */
function numberOf(text: string | null | undefined): string {
  const digits = (text ?? '').replaceAll(/[\s.-]/gu, '');
  return /^\d{18}$/u.test(digits) ? digits : '';
}
