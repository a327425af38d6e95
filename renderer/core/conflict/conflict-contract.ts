import type { Usul } from '#shared/records/usul.ts';

/**
 * The usul of a returned decision as this PC knows it. `closedBecause` is a sentence when there is nothing to decide on
 * it here now. `gagal`: this PC's storage did not give it.
 */
export type UsulNow =
  | { readonly kind: 'memuat' }
  | { readonly kind: 'tidak_ada' }
  | { readonly kind: 'gagal' }
  | { readonly kind: 'ada'; readonly usul: Usul; readonly closedBecause: string | null };

/** What a returned decision is compared with. */
export interface ConflictStore {
  /** The usul that is looked at; null when none is. */
  readonly usulId: string | null;
  readonly now: UsulNow;
  /** Shows this usul and follows it; null ends that. */
  look(usulId: string | null): void;
}
