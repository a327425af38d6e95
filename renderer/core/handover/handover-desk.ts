import { handoverToFile, makeHandover } from '#renderer/data/handover/make-handover.ts';
import { takeUndelivered } from '#renderer/data/outbox/delivery.ts';
import { readSealedMeta } from '#renderer/data/rows/sealed-meta.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import {
  fileRefused,
  handoverSentences,
  passOnFailed,
} from '#renderer/core/handover/handover-sentences.ts';
import { sharedSentences } from '#renderer/core/shared-sentences.ts';
import type { ShownError } from '#renderer/core/shown-error.ts';
import type { HandoverDesk } from '#renderer/core/handover/handover-contract.ts';
import type { Ask } from '#renderer/core/query/ask.ts';
import {
  maxHandoverBytes,
  parseHandoverText,
  type HandoverFile,
} from '#shared/contract/handover.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';

/** What handing over stands on. */
export interface HandoverPorts {
  /** Who sits at the desk; null when nobody does, or it is locked. */
  readonly seated: () => {
    readonly accountId: string;
    readonly database: AccountDatabase;
  } | null;
  readonly deviceId: () => Promise<string>;
  readonly ask: Ask;
  readonly now: () => Date;
  readonly onError: (cause: unknown) => void;
}

/** Decisions that leave this PC in a file, and files of other PCs that are passed on from here. */
export function makeHandoverDesk(ports: HandoverPorts): HandoverDesk {
  return {
    exportUnsent: async () => {
      try {
        return await exportUnsent(ports);
      } catch (cause) {
        ports.onError(cause);
        return fail(handoverSentences.exportFailed);
      }
    },
    passOn: async (file) => {
      if (!ports.seated()) return fail(sharedSentences.notSignedIn);
      const parsed = await readFile(file);
      if (!parsed.ok) return parsed;
      const answer = await ports.ask('handover', { body: parsed.value });
      return answer.ok ? answer : fail(passOnFailed(answer.error));
    },
  };
}

async function exportUnsent(ports: HandoverPorts): ReturnType<HandoverDesk['exportUnsent']> {
  const seated = ports.seated();
  if (!seated) return fail(sharedSentences.notSignedIn);
  const commands = await takeUndelivered(seated.database);
  if (commands.length === 0) return fail(handoverSentences.nothingToExport);
  const deviceSecret = await readSealedMeta(seated.database, 'deviceSecret');
  if (deviceSecret === undefined) return fail(handoverSentences.exportNeedsSignIn);
  const file = await makeHandover({
    accountId: seated.accountId,
    deviceId: await ports.deviceId(),
    deviceSecret,
    commands,
    createdAt: ports.now(),
  });
  return succeed({ ...handoverToFile(file), count: commands.length });
}

async function readFile(file: Blob): Promise<Result<HandoverFile, ShownError>> {
  // Twice: around the ciphertext there is not much. Whatever is larger is none of ours, and is not read.
  if (file.size > 2 * maxHandoverBytes) return fail(handoverSentences.notAHandoverFile);
  const parsed = parseHandoverText(await file.text());
  return parsed.ok ? parsed : fail(fileRefused(parsed.error));
}
