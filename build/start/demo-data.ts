import type { Stores } from '#server/app/open-stores.ts';

/** Placeholder until server/commands/seed.ts is there. */
export function fillDemoData(stores: Stores, truthFile: string): Promise<void> {
  void stores;
  void truthFile;
  return Promise.resolve();
}
export function accountsTable(): string {
  return '';
}
