import { journalChannel } from '#renderer/platform/browser/journal/journal-channel.ts';
// Vite bundles the worker and gives its address.
// oxlint-disable-next-line import/default -- the address is what `?worker&url` exports
import workerUrl from '#renderer/platform/browser/journal/worker.ts?worker&url';
import { trustedScriptUrl } from '#renderer/platform/trusted-scripts.ts';
import type { Journal, JournalFault } from '#shared/bridge/journal-port.ts';
import type { InputOf, OutputOf, RequestName } from '#shared/channel/channel.ts';
import { makeChannelClient } from '#shared/channel/client.ts';
import type { Peer } from '#shared/channel/port.ts';
import { fail } from '#shared/kernel/result.ts';

type Call = RequestName<typeof journalChannel>;
type Failed = { readonly ok: false; readonly error: JournalFault };

/** Starts the worker as a module under the page's trusted-types policy. */
export function startJournalWorker(): Peer {
  return new Worker(trustedScriptUrl(workerUrl), { type: 'module', name: 'meja-jurnal' });
}

/**
 * The journal of the browser host as the page sees it. The worker is started when it is first asked; one that fails
 * (its script cannot be loaded) is answered for with `gagal` and started anew by the next call.
 */
export function makeWorkerJournal(startWorker: () => Peer): Journal {
  const channel = makeChannelClient(journalChannel, { start: startWorker, events: {} });

  const ask = async <N extends Call>(
    call: N,
    args: InputOf<typeof journalChannel, N>,
  ): Promise<OutputOf<typeof journalChannel, N> | Failed> => {
    const answer = await channel.ask(call, args);
    if (answer.ok) return answer.value;
    // What the worker threw is a bug.
    if (answer.error.kind === 'failed') {
      throw new Error(`The journal worker failed: ${answer.error.reason}`);
    }
    return fail({ kind: 'gagal' });
  };

  return {
    append: (...args) => ask('append', args),
    read: (...args) => ask('read', args),
    replace: (...args) => ask('replace', args),
    list: () => ask('list', []),
    erase: (...args) => ask('erase', args),
  };
}
