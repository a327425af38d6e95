import { rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { plainText } from '#server/cli/plain-text.ts';
import type { CliCommand, CommandCall, CommandOption } from '#server/cli/cli-command.ts';
import { StartProblem } from '#server/cli/start-problem.ts';
import {
  importKinds,
  isImportKind,
  type ImportKindName,
} from '#server/imports/kinds/import-kinds.ts';
import type { OpenedImport } from '#server/imports/open-import.ts';
import { writeRejected } from '#server/imports/rejected-file.ts';
import { noFates, type FateCounts, type FatedRow } from '#server/imports/rows/fate.ts';
import {
  applyImport,
  openImportFile,
  previewImport,
  sumOf,
  type ImportProgress,
} from '#server/imports/run-import.ts';
import { makeSlips } from '#server/imports/slips/slip-list.ts';
import { writeSlips } from '#server/imports/slips/slip-pdf.ts';
import { slipTexts } from '#server/imports/slips/slip-texts.ts';
import { writeTable } from '#server/imports/table/write-table.ts';
import { importTexts as texts } from '#server/imports/texts.ts';
import type { Db } from '#server/store/database.ts';

/** So many rows are told one by one; a report has them all. */
const toldRows = 100;
const progressMs = 2_000;

const options = {
  kind: { name: 'kind', required: true, ...texts.kindOption },
  instansi: { name: 'instansi', ...texts.instansiOption },
  rejected: { name: 'rejected', ...texts.rejectedOption },
  report: { name: 'report', ...texts.reportOption },
} satisfies Readonly<Record<string, CommandOption>>;

/** `import preview FILE --kind KIND`: what would become of every row. */
const previewCommand: CliCommand = {
  name: 'import preview',
  argument: texts.argument,
  summary: texts.previewSummary,
  options: Object.values(options),
  run: (call) => importFile(call, (run) => previewImport(run)),
};

/** `import apply FILE --kind KIND`: takes the good rows; the others come back with `--rejected`. */
const applyCommand: CliCommand = {
  name: 'import apply',
  argument: texts.argument,
  summary: texts.applySummary,
  options: Object.values(options),
  run: (call) => importFile(call, (run, kind) => applyImport(run, { kind, deviceId: null })),
};

/** `import slips FILE`: activation codes of accounts that wait, for printing. */
const slipsCommand: CliCommand = {
  name: 'import slips',
  argument: slipTexts.argument,
  summary: slipTexts.summary,
  options: [options.instansi, { name: 'opd', ...slipTexts.opdOption }],
  run: printSlips,
};

/** Imports of offices, ASN and accounts. */
export const importCommands: readonly CliCommand[] = [previewCommand, applyCommand, slipsCommand];

async function printSlips({
  db,
  argument: path,
  options: given,
  print,
}: CommandCall): Promise<void> {
  const instansiId = await chosenInstansi(db, given['instansi']);
  const { opd: opdId } = given;
  if (opdId !== undefined && !(await hasOpd(db, instansiId, opdId))) {
    throw new StartProblem(slipTexts.unknownOpd(plainText(opdId)));
  }
  // Before codes of before are void, it must be certain that there is a place for the new ones.
  await orSay(path, () => writeFile(path, '', { mode: 0o600 }));
  const made = await makeSlips(db, { instansiId, opdId }, new Date());
  if (made.count === 0) {
    await rm(path);
    throw new StartProblem(slipTexts.none);
  }
  await orSay(path, () => writeSlips(path, made));
  print(slipTexts.written(made.count, made.offices.length, path));
}

async function hasOpd(db: Db, instansiId: string, opdId: string): Promise<boolean> {
  const found = await db
    .selectFrom('opd')
    .select('id')
    .where('id', '=', opdId)
    .where('instansi_id', '=', instansiId)
    .executeTakeFirst();
  return found !== undefined;
}

type Go = (
  run: Parameters<typeof previewImport>[0],
  kind: ImportKindName,
) => AsyncGenerator<ImportProgress, FateCounts>;

async function importFile(call: CommandCall, go: Go): Promise<void> {
  const { db, argument: path, print, options: given } = call;
  const { kind: name = '' } = given;
  if (!isImportKind(name)) {
    throw new StartProblem(texts.unknownKind(plainText(name), Object.keys(importKinds)));
  }
  const results = [given['rejected'], given['report']].filter((one) => one !== undefined);
  if (
    results.some((one) => resolve(one) === resolve(path)) ||
    new Set(results).size < results.length
  ) {
    throw new StartProblem(texts.sameFile);
  }
  const instansiId = await chosenInstansi(db, given['instansi']);
  const opened = await openImportFile(path, name);
  if (!opened.ok)
    throw new StartProblem(plainText(`${texts.fault(opened.error)} ${texts.noneTaken}`));
  tellSheet(opened.value, print);
  const signal = call.stopSignal();
  const run = { db, opened: opened.value, instansiId, by: null, now: () => new Date(), signal };
  const { rows, counts } = await follow(go(run, name), print);
  tellRows(rows, print);
  print(texts.counts(counts));
  if (sumOf(counts) < opened.value.total) print(texts.stopped);
  await writeFiles(call, opened.value, rows);
  if (counts.ditolak > 0) throw new StartProblem(texts.someRejected(counts.ditolak));
}

/** Goes through an import and tells how far it is every few seconds. */
async function follow(
  steps: AsyncGenerator<ImportProgress, FateCounts>,
  print: CommandCall['print'],
): Promise<{ readonly rows: readonly FatedRow[]; readonly counts: FateCounts }> {
  const rows: FatedRow[] = [];
  let [counts, toldAt] = [noFates, Date.now()];
  for await (const progress of steps) {
    for (const row of progress.rows) rows.push(row);
    ({ counts } = progress);
    if (Date.now() - toldAt < progressMs) continue;
    toldAt = Date.now();
    print(texts.progress(progress));
  }
  return { rows: rows.toSorted((a, b) => a.number - b.number), counts };
}

function tellSheet(
  { sheet, otherSheets, header }: OpenedImport,
  print: CommandCall['print'],
): void {
  if (sheet.name !== '') print(texts.sheet(plainText(sheet.name)));
  if (otherSheets.length > 0) print(texts.otherSheets(otherSheets.map(plainText)));
  if (header.unknown.length > 0) print(texts.unknownColumns(header.unknown.map(plainText)));
}

function tellRows(rows: readonly FatedRow[], print: CommandCall['print']): void {
  for (const kind of ['berubah', 'ditolak'] as const) {
    const some = rows.filter(({ fate }) => fate.kind === kind);
    for (const row of some.slice(0, toldRows)) print(plainText(texts.row(row)));
    if (some.length > toldRows) print(texts.more(some.length - toldRows));
  }
}

async function writeFiles(
  { options: given, print }: CommandCall,
  opened: OpenedImport,
  rows: readonly FatedRow[],
): Promise<void> {
  const { rejected, report } = given;
  if (rejected !== undefined && rows.some(({ fate }) => fate.kind === 'ditolak')) {
    await orSay(rejected, () => writeRejected(rejected, opened, rows));
    print(texts.rejectedWritten(rejected));
  }
  if (report !== undefined) {
    await orSay(report, () => writeTable(report, { kind: 'csv', separator: ';' }, reportOf(rows)));
    print(texts.reportWritten(report));
  }
}

function* reportOf(rows: readonly FatedRow[]): Generator<readonly string[]> {
  yield texts.reportHead;
  for (const { number, title, fate } of rows) {
    const told = texts.fate(fate);
    const [, why = ''] = /^\S+?\. (.*)$/su.exec(told) ?? [];
    yield [String(number), title, fate.kind, why];
  }
}

async function orSay(path: string, write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (error instanceof Error && 'syscall' in error)
      throw new StartProblem(texts.unwritable(path));
    throw error;
  }
}

async function chosenInstansi(db: Db, asked: string | undefined): Promise<string> {
  const all = await db.selectFrom('instansi').select('id').orderBy('id').execute();
  const ids = all.map(({ id }) => id);
  if (asked !== undefined) {
    if (!ids.includes(asked)) throw new StartProblem(texts.unknownInstansi(plainText(asked)));
    return asked;
  }
  if (ids.length !== 1) throw new StartProblem(texts.whichInstansi(ids));
  return ids[0]!;
}
