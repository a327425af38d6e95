import type { MetaKey, SealedMetaKey } from '#renderer/data/schema/stored-rows.ts';

/** What says how far a list has come: without it the list is asked for from the beginning. */
export const listProgress: readonly (MetaKey | SealedMetaKey)[] = [
  'cursor',
  'rebuildFrom',
  'rebuildOf',
  'heldRemovals',
  'removalAgreed',
  'inboxComplete',
  'toCome',
];
