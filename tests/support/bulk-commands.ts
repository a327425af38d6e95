import { v7 as makeUuidV7 } from 'uuid';
import type { Usul } from '#shared/records/usul.ts';
import type {
  BulkCancellation,
  BulkConfirmation,
  BulkSelection,
} from '#shared/workflow/bulk/bulk-commands.ts';

const made = {
  deviceId: '00000000-0000-4000-8000-000000000001',
  appVersion: '0.2.0',
  madeAt: '2026-11-22T01:00:00.000Z',
} as const;

/** A selection of these usul as they stand. */
export function selectionOf(usuls: readonly Usul[]): BulkSelection {
  const items = usuls.map(({ id: usulId, revision, version }) => ({ usulId, revision, version }));
  return { kind: 'setujuiMassal', id: makeUuidV7(), ...made, items };
}

/** Approves the rest of a batch. */
export function confirmationOf(bulkId: string): BulkConfirmation {
  return { kind: 'sahkanMassal', id: makeUuidV7(), ...made, bulkId };
}

/** Gives a batch up. */
export function cancellationOf(bulkId: string): BulkCancellation {
  return { ...confirmationOf(bulkId), kind: 'batalkanMassal' };
}
