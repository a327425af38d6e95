import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import type { ImportKindName } from '#server/imports/kinds/import-kinds.ts';
import { writeTable } from '#server/imports/table/write-table.ts';
import type { TableForm } from '#server/imports/table/table.ts';
import type { Office } from '#tests/support/office.ts';
import { runServerCommand } from '#tests/support/server-cli.ts';

/** CSV as Excel writes it here. */
export const csv: TableForm = { kind: 'csv', separator: ';' };

/** A folder for the files of a test, and the import commands on them into `kab-a`. */
export function useImportFiles(office: Office) {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'meja-impor-'));
  });
  afterAll(() => rm(folder, { recursive: true }));
  const at = (name: string): string => path.join(folder, name);
  const command = (does: string, file: string, ...more: readonly string[]) =>
    runServerCommand(office.server, ['import', does, file, '--instansi', 'kab-a', ...more]);
  const run = async (
    does: 'preview' | 'apply',
    kind: ImportKindName,
    rows: readonly (readonly string[])[] | string,
    ...more: readonly string[]
  ) => {
    const file = typeof rows === 'string' ? rows : at(`${kind}.csv`);
    if (typeof rows !== 'string') await writeTable(file, csv, rows);
    return command(does, file, '--kind', kind, ...more);
  };
  return { at, command, run };
}
