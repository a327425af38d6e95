import { DatabaseError } from 'pg';

/** There is no database to talk to just now: it does not answer, or too many wait for it. */
export class DatabaseAway extends Error {
  override readonly name = 'DatabaseAway';
}

/** SQLSTATE classes and codes that say nothing of the statement; the same one may succeed later. */
const awayCodes = [
  '08', // connection
  '53', // no resources: connections, memory, disk
  '57', // cancelled by the time limit, shut down, starting up
  '25P03', // a transaction that said nothing for too long
];
/** Somebody else holds what a statement needs: a lock, or each what the other one needs. */
const heldCodes = ['55P03', '40P01', '40001'];

/** Whether what failed may succeed when it is tried again a little later, because the database was away or overloaded. */
export function isDatabaseAway(error: unknown): boolean {
  return error instanceof DatabaseAway || hasCode(error, awayCodes) || isHeld(error);
}

/** Whether a statement failed because somebody else held its rows for too long; others are not concerned. */
export function isHeld(error: unknown): boolean {
  return hasCode(error, heldCodes);
}

/** What went wrong between us and the database, as `DatabaseAway`; an answer of the database itself stays as it is. */
export function asAway(error: unknown): unknown {
  return error instanceof DatabaseError || error instanceof DatabaseAway
    ? error
    : new DatabaseAway('The database does not answer.', { cause: error });
}

function hasCode(error: unknown, codes: readonly string[]): boolean {
  if (!(error instanceof DatabaseError)) return false;
  return codes.some((code) => error.code?.startsWith(code));
}
