import { readTable } from '#server/imports/table/read-table.ts';
import type { Table, TableFault } from '#server/imports/table/table.ts';
import type { Result } from '#shared/kernel/result.ts';

/** What the process says: that it is there, or what a file holds. */
export type TableMessage = 'siap' | Result<Table, TableFault>;

process.on('message', (path: string) => {
  void readTable(path).then((table) => process.send?.(table satisfies TableMessage));
});

process.send?.('siap' satisfies TableMessage);
