import type { Realm } from '#server/accounts/realm.ts';
import type { Acting } from '#server/store/audit.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { TimeZone } from '#shared/kernel/time-zone.ts';

/** An admin at work: over what, as who, and when it is there. */
export interface Admin {
  readonly realm: Realm;
  readonly acting: Acting;
  /** The NIP of the account that acts; null where it has none. */
  readonly nip: string | null;
  readonly username: string;
  readonly now: Date;
  /** Of the instansi; of BKN: WIB. */
  readonly timeZone: TimeZone;
  readonly today: LocalDate;
}
