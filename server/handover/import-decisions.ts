import { readFile, stat } from 'node:fs/promises';
import { StartProblem } from '#server/cli/start-problem.ts';
import { handoverRefusals } from '#server/handover/handover-refusals.ts';
import {
  takeHandover,
  type HandoverRefused,
  type TakenHandover,
} from '#server/handover/take-handover.ts';
import type { Db } from '#server/store/database.ts';
import { maxHandoverBytes, parseHandoverText } from '#shared/contract/handover.ts';
import type { Result } from '#shared/kernel/result.ts';

/** What the import of a file stands on; bugs of single decisions are told to `onBug`. */
export interface ImportPorts {
  readonly db: Db;
  readonly now: () => Date;
  readonly onBug: (error: unknown) => void;
}

/**
 * Takes the decisions of a hand-over file in. Throws StartProblem with a sentence when the file cannot be read or opened;
 * then nothing of it was taken.
 */
export async function importDecisions(ports: ImportPorts, file: string): Promise<TakenHandover> {
  const text = await readText(file);
  const parsed = expectTaken(parseHandoverText(text));
  return expectTaken(await takeHandover(ports, parsed, { kind: 'baris_perintah' }));
}

function expectTaken<T>(result: Result<T, HandoverRefused>): T {
  if (result.ok) return result.value;
  const { message, action } = handoverRefusals[result.error.kind];
  throw new StartProblem(`${message} ${action}`);
}

/** A file that is certainly no hand-over is not read: it may be a disk. */
const maxFileBytes = 2 * maxHandoverBytes;

async function readText(file: string): Promise<string> {
  try {
    const { size } = await stat(file);
    return size > maxFileBytes ? '' : await readFile(file, 'utf8');
  } catch {
    throw new StartProblem(
      `Berkas ${file} tidak dapat dibaca; tidak ada keputusan yang diambil. Periksa nama dan izin bacanya.`,
    );
  }
}
