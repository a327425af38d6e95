import { StartProblem } from '#server/cli/start-problem.ts';
import { openEpoch, readEpoch } from '#server/epoch/epochs.ts';
import { takeMark } from '#server/epoch/high-water.ts';
import { readMarkFile, writeMarkFile } from '#server/epoch/mark-file.ts';
import { epochSentences } from '#server/epoch/sentences.ts';
import type { Db } from '#server/store/database.ts';

/**
 * A person says that a backup was restored: opens a new epoch, whatever the mark outside the database says, and answers the
 * sentence for that person. A file of the mark that cannot be read is replaced.
 */
export async function declareRestored(db: Db, file: string, now: Date): Promise<string> {
  const kept = await readMarkFile(file);
  const mark = kept.ok ? kept.value : null;
  const opened = await openEpoch(db, {
    reason: 'dinyatakan',
    seen: Math.max((await readEpoch(db)).number, mark?.epoch ?? 0),
    ...(mark && { ended: mark.ended }),
    now,
  });
  if (!opened) throw new Error('An epoch that is asked for outright was not opened.');
  const next = await takeMark(db, mark?.number ?? 0, now);
  try {
    await writeMarkFile(file, next);
  } catch {
    throw new StartProblem(epochSentences.markUnwritable(file));
  }
  return epochSentences.restored(opened.number);
}
