import '#renderer/platform/zod-without-eval.ts';
import {
  makeWorkerJournal,
  startJournalWorker,
} from '#renderer/platform/browser/journal/worker-journal.ts';
import { decodeJournal, encodeRecord } from '#shared/journal/framing.ts';

const journal = makeWorkerJournal(startJournalWorker);

function recordOf(text: string, fillBytes: number): Uint8Array<ArrayBuffer> {
  const payload = new TextEncoder().encode(text.padEnd(text.length + fillBytes));
  return encodeRecord({ kind: 2, payload });
}

/** What a test does with the real journal of the browser host; texts in place of records. */
const page = {
  /** Answers `tersimpan`, or why it was refused. */
  append: async (accountId: string, text: string, fillBytes = 0): Promise<string> => {
    const answer = await journal.append(accountId, recordOf(text, fillBytes));
    return answer.ok ? 'tersimpan' : answer.error.kind;
  },
  /** Appends numbers without end and tells each one that was acknowledged. */
  appendForever: async (accountId: string, tell: (text: string) => Promise<void>) => {
    for (let number = 1; ; number += 1) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other, as a person decides
      const answer = await journal.append(accountId, recordOf(String(number), 500));
      if (!answer.ok) return answer.error.kind;
      // oxlint-disable-next-line no-await-in-loop -- told before the next one begins
      await tell(String(number));
    }
  },
  replace: async (accountId: string, text: string): Promise<string> => {
    const answer = await journal.replace(accountId, recordOf(text, 0));
    return answer.ok ? 'tersimpan' : answer.error.kind;
  },
  read: async (accountId: string): Promise<string[]> => {
    const answer = await journal.read(accountId);
    if (!answer.ok) return [answer.error.kind];
    const { records } = decodeJournal(answer.value);
    return records.map(({ payload }) => new TextDecoder().decode(payload).trim());
  },
  list: () => journal.list(),
  erase: (accountId: string) => journal.erase(accountId),
};

declare global {
  var journalPage: typeof page;
  /** Put there by a test that wants to be told. */
  var acknowledge: (text: string) => Promise<void>;
}
globalThis.journalPage = page;
