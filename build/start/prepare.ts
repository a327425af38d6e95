import { closeSync, openSync } from 'node:fs';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import { buildPart } from '#build/quality/build-outputs.ts';
import { isStale } from '#build/quality/built-parts.ts';
import { choosePort } from '#build/start/choose-port.ts';
import {
  claimDataFolder,
  emptyDataFolder,
  type DataFolder,
  type FolderFault,
} from '#build/start/data-folder.ts';
import { demoPostgres } from '#build/start/demo-postgres.ts';
import type { StartOptions } from '#build/start/start-options.ts';
import { startTexts } from '#build/start/start-texts.ts';

/** Takes the data folder in use. */
export function prepareFolder({ dataFolder }: StartOptions): Result<DataFolder, string> {
  const claimed = claimDataFolder(dataFolder);
  return claimed.ok ? claimed : fail(folderSentence(dataFolder, claimed.error));
}

/** Deletes old data when the person asked for a fresh start, or when an earlier start was cut short making it. */
export async function prepareData(
  { dataFolder, fresh }: StartOptions,
  folder: DataFolder,
): Promise<Result<null, string>> {
  const interrupted = folder.state.seed === 'started';
  if (!fresh && !interrupted) return succeed(null);
  if (interrupted) console.log(startTexts.seedInterrupted);
  const emptied = await emptyDataFolder(folder, demoPostgres);
  if (!emptied.ok) return fail(folderSentence(dataFolder, emptied.error));
  if (fresh) console.log(startTexts.removed);
  return succeed(null);
}

function folderSentence(folder: string, fault: FolderFault): string {
  switch (fault.kind) {
    case 'unwritable':
      return startTexts.folderUnwritable(folder);
    case 'foreign':
      return startTexts.folderForeign(folder);
    case 'full':
      return startTexts.folderFull(folder);
    case 'inUse':
      return startTexts.folderInUse(folder, fault.pid);
  }
}

/** Chooses the port and remembers the first one. */
export async function preparePort(
  { port: asked }: StartOptions,
  folder: DataFolder,
): Promise<Result<number, string>> {
  const remembered = folder.state.port;
  const chosen = await choosePort({ asked, remembered });
  if (!chosen.ok) {
    return fail(
      chosen.error.kind === 'taken'
        ? startTexts.portTaken(chosen.error.port)
        : startTexts.noPort(chosen.error.from, chosen.error.to),
    );
  }
  if (remembered === null) folder.remember({ port: chosen.value });
  else if (remembered !== chosen.value) {
    console.log(startTexts.portMoved(remembered, chosen.value));
  }
  return succeed(chosen.value);
}

/** Builds what is missing or older than its sources. */
export async function prepareBuild(
  root: string,
  { places: { logFile } }: DataFolder,
): Promise<Result<null, string>> {
  for (const part of ['renderer', 'electron'] as const) {
    if (!isStale(root, part)) continue;
    console.log(startTexts.building[part]);
    const log = openSync(logFile, 'a');
    const built = await buildPart(root, part, log);
    closeSync(log);
    if (!built) return fail(startTexts.buildFailed(part, logFile));
  }
  return succeed(null);
}
