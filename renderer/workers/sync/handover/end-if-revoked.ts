import { readSealedMeta } from '#renderer/data/rows/sealed-meta.ts';
import type { Fault } from '#renderer/workers/sync/fault.ts';
import {
  handOverEnded,
  type Ending,
  type LastWord,
} from '#renderer/workers/sync/handover/hand-over-ended.ts';
import type { SyncPorts, Trouble } from '#renderer/workers/sync/sync-ports.ts';
import { succeed, type Result } from '#shared/kernel/result.ts';

/**
 * Asks whether a trouble is the end of this account on this PC: then what was decided is handed over and everything else
 * erased. Any other trouble is answered `masih_berlaku` without a question.
 */
export async function endIfRevoked(
  ports: SyncPorts,
  trouble: Trouble,
): Promise<Result<Ending, Fault>> {
  const lastWord = lastWordOf(trouble);
  if (lastWord === null) return succeed({ kind: 'masih_berlaku' });
  const { api, accountId, deviceId, database, now } = ports;
  const deviceSecret = await readSealedMeta(database, 'deviceSecret');
  return handOverEnded({ api, accountId, deviceId, database, now, deviceSecret }, lastWord);
}

function lastWordOf(trouble: Trouble): LastWord | null {
  if (trouble.kind === 'perlu_masuk') return 'belum_masuk';
  if (trouble.kind !== 'server') return null;
  // Of an appointment, the hand-over itself says whether it has ended on this PC as well.
  if (trouble.error.kind === 'penunjukan_berakhir') return 'belum_masuk';
  return trouble.error.kind === 'perangkat_dicabut' ? 'perangkat_dicabut' : null;
}
