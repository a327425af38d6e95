import '#renderer/platform/zod-without-eval.ts';
import { journalChannel } from '#renderer/platform/browser/journal/journal-channel.ts';
import { makeOpfsJournal } from '#renderer/platform/browser/journal/opfs-journal.ts';
import { pagePort } from '#renderer/platform/page-port.ts';
import { serve } from '#shared/channel/server.ts';

const warn = (name: string): void => console.warn(`[meja] jurnal ${name}`);

const journal = makeOpfsJournal({
  folder: async () => {
    const root = await navigator.storage.getDirectory();
    return root.getDirectoryHandle('jurnal', { create: true });
  },
  exclusively: (name, work) => navigator.locks.request(name, work),
  onFault: warn,
});

serve(
  pagePort,
  journalChannel,
  {
    append: (args) => journal.append(...args),
    read: (args) => journal.read(...args),
    replace: (args) => journal.replace(...args),
    list: () => journal.list(),
    erase: (args) => journal.erase(...args),
  },
  (cause) => warn(cause instanceof Error ? cause.name : typeof cause),
);
