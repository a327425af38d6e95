import '#renderer/platform/zod-without-eval.ts';
import { answerRequest } from '#renderer/platform/browser/journal/answer-request.ts';
import { makeOpfsJournal } from '#renderer/platform/browser/journal/opfs-journal.ts';

const journal = makeOpfsJournal({
  folder: async () => {
    const root = await navigator.storage.getDirectory();
    return root.getDirectoryHandle('jurnal', { create: true });
  },
  exclusively: (name, work) => navigator.locks.request(name, work),
  onFault: (name) => console.warn(`[meja] jurnal ${name}`),
});

globalThis.addEventListener('message', ({ data }) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker posts to its own page only
  void answerRequest(journal, data).then((report) => globalThis.postMessage(report));
});
