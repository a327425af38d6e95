import type { QueueTask } from '#shared/workflow/queues.ts';

/** A person as far as it matters whose usul one is: an account's own NIP, or a user name that is one. */
export interface Person {
  readonly nip?: string | null | undefined;
  readonly username?: string;
}

/** Whether an usul of the employee with this number is the person's own; false where his or her number is not known. */
export function isOwnUsul(person: Person, employeeNip: string): boolean {
  const employee = numberOf(employeeNip);
  return employee !== '' && [person.nip, person.username].some((own) => numberOf(own) === employee);
}

/** What a person does with an usul that the queue has for him or her: of his or her own nothing but follow it. */
export function taskFor(
  person: Person,
  employeeNip: string,
  task: QueueTask | null,
): QueueTask | null {
  return task !== null && isOwnUsul(person, employeeNip) ? 'follow' : task;
}

/** The 18 digits of a NIP or NI PPPK as they may be written on paper; empty for any other text. */
function numberOf(text: string | null | undefined): string {
  const digits = (text ?? '').replaceAll(/[\s.-]/gu, '');
  return /^\d{18}$/u.test(digits) ? digits : '';
}
