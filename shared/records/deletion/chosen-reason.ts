import {
  deletionClaimOf,
  deletionReasonField,
  type DeletionReason,
} from '#shared/records/deletion/deletion-claim.ts';
import type { Usul } from '#shared/records/usul.ts';

type AskedUsul = Pick<Usul, 'kind' | 'values' | 'asnNote'>;

/**
 * Whether whoever judges a deletion says for which reason it is judged: the usul itself states none of the catalogue. What
 * was read out of the note of the ASN is a guess, so it can be put right.
 */
export function mayChooseReason(usul: AskedUsul): boolean {
  if (usul.kind !== 'hapus') return false;
  const claim = deletionClaimOf(usul);
  return claim.kind !== 'disebut' || claim.from !== 'usul';
}

/** A deletion as it is judged: under the reason that was chosen for it. The same object where none was, or none can be. */
export function withChosenReason<U extends AskedUsul>(
  usul: U,
  reason: DeletionReason | undefined,
): U {
  if (reason === undefined || !mayChooseReason(usul)) return usul;
  return { ...usul, values: { ...usul.values, [deletionReasonField.name]: reason } };
}
