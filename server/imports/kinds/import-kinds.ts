import { accountKind } from '#server/imports/kinds/accounts.ts';
import { asnKind } from '#server/imports/kinds/asn.ts';
import { opdKind } from '#server/imports/kinds/opd.ts';
import { unorKind } from '#server/imports/kinds/unor.ts';
import type { HeaderFault } from '#server/imports/columns/find-header.ts';
import { openImport, type OpenedImport } from '#server/imports/open-import.ts';
import type { Table } from '#server/imports/table/table.ts';
import type { Result } from '#shared/kernel/result.ts';

/** Every kind of import, in the order in which a new instansi needs them. */
export const importKinds = {
  opd: (table) => openImport(table, opdKind),
  unor: (table) => openImport(table, unorKind),
  asn: (table) => openImport(table, asnKind),
  akun: (table) => openImport(table, accountKind),
} satisfies Readonly<Record<string, (table: Table) => Promise<Result<OpenedImport, HeaderFault>>>>;

/** What can be imported. */
export type ImportKindName = keyof typeof importKinds;

/** The kind of that name; undefined: there is none. */
export function isImportKind(name: string): name is ImportKindName {
  return Object.hasOwn(importKinds, name);
}
