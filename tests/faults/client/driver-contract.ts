import type { UsulPosition } from '#shared/records/usul.ts';

/** What the person at the desk is to decide; `pick` (0..1) chooses among the usul that can be decided. */
export interface DecideOrder {
  readonly pick: number;
  readonly outcome: 'teruskan' | 'perbaikan' | 'tolak' | 'koordinasi';
  /** Another one for every decision: by it the server's copy is recognised. */
  readonly note: string;
}

/** A decision as the screen called it saved, or as it lies in the outbox or on the server. */
export interface NotedDecision {
  readonly id: string;
  readonly usulId: string;
  readonly version: number;
  readonly note: string;
}

/**
 * What the page tells while it works; each is heard before the page goes on, except `storing`, which is told while the
 * decision is being stored. `nobody-known`: this PC knows no account, so the person signs in anew. `journalling` and
 * `journalled`: what the person just does is about to be written into the journal, or was flushed there a moment ago and
 * is nowhere else yet; `of` names it.
 */
export type Announcement =
  | { readonly step: 'deciding' | 'storing' | 'nobody-known' }
  | { readonly step: 'journalling' | 'journalled'; readonly of: UnderHand }
  | { readonly step: 'saved'; readonly decision: NotedDecision }
  | { readonly step: 'withdrawing'; readonly id: string; readonly note: string }
  | { readonly step: 'withdrawn' | 'still-there'; readonly id: string };

/** What the person does that goes into the journal; `note` is that of the decision. */
export interface UnderHand {
  readonly act: 'decide' | 'withdraw';
  readonly note: string;
}

/** Outcome of an order; `refused` is what the screen said. */
export type Done =
  | { readonly kind: 'done' }
  | { readonly kind: 'nothing-to-do' }
  | { readonly kind: 'refused'; readonly reason: string };

/**
 * A decision in the outbox; `reason` is the sentence with which a refused one came back, else empty, and `handled` says
 * that the person has dealt with it since.
 */
export interface OutboxLine extends NotedDecision {
  readonly state: 'menunggu' | 'mengirim' | 'terkirim' | 'ditolak';
  readonly reason: string;
  readonly handled: boolean;
}

/** Where an usul stands. */
export interface UsulPlace {
  readonly id: string;
  readonly revision: number;
  readonly version: number;
  readonly position: UsulPosition;
}

/** Everything that the screen shows, as far as the harness compares it. */
export interface DeskView {
  readonly session: string;
  readonly connection: string;
  readonly inboxComplete: boolean;
  readonly unreadable: number;
  readonly outbox: readonly OutboxLine[];
  readonly usul: readonly UsulPlace[];
}

/** The hands and eyes of the person at the desk. */
export interface Driver {
  /** Unlocks, or signs in, as far as the network lets it; gives up after `patienceMs`. */
  enter(patienceMs: number): Promise<Done>;
  decide(order: DecideOrder): Promise<Done>;
  /** Takes the newest decision back that is not sent yet, else puts one that was refused on the desk again. */
  reopen(): Promise<Done>;
  /** Presses the button; does not wait for what comes of it. */
  syncNow(): Promise<Done>;
  look(): Promise<DeskView>;
}

/** How the page is opened: who sits there, in the address. */
export const driverParameters = { username: 'pengguna', password: 'sandi' } as const;
