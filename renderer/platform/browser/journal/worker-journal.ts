import type { z } from 'zod';
import {
  journalReportSchema,
  type JournalRequest,
} from '#renderer/platform/browser/journal/journal-messages.ts';
// Vite bundles the worker and gives its address.
// oxlint-disable-next-line import/default -- the address is what `?worker&url` exports
import workerUrl from '#renderer/platform/browser/journal/worker.ts?worker&url';
import { trustedScriptUrl } from '#renderer/platform/trusted-scripts.ts';
import { journalCalls, type Journal, type JournalFault } from '#shared/bridge/journal-port.ts';
import { fail } from '#shared/kernel/result.ts';

/** The part of a `Worker` that is used here. */
export interface JournalWorker {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  addEventListener(type: 'error' | 'messageerror', listener: () => void): void;
  terminate(): void;
}

interface Pending {
  readonly answered: (answer: unknown) => void;
  readonly thrown: (name: string) => void;
  readonly broken: () => void;
}

type Call = JournalRequest extends infer One
  ? One extends JournalRequest
    ? Omit<One, 'id'>
    : never
  : never;

/** Starts the worker as a module under the page's trusted-types policy. */
export function startJournalWorker(): JournalWorker {
  return new Worker(trustedScriptUrl(workerUrl), { type: 'module', name: 'meja-jurnal' });
}

/**
 * The journal of the browser host as the page sees it. The worker is started when it is first asked; one that fails
 * (its script cannot be loaded) is answered for with `gagal` and started anew by the next call.
 */
export function makeWorkerJournal(startWorker: () => JournalWorker): Journal {
  const pending = new Map<number, Pending>();
  let worker: JournalWorker | null = null;
  let last = 0;

  const ensureWorker = (): JournalWorker => {
    if (worker) return worker;
    const started = startWorker();
    started.addEventListener('message', ({ data }) => {
      const report = journalReportSchema.parse(data);
      const asked = pending.get(report.id);
      pending.delete(report.id);
      if (report.kind === 'jawaban') asked?.answered(report.answer);
      else asked?.thrown(report.name);
    });
    for (const type of ['error', 'messageerror'] as const) {
      started.addEventListener(type, () => {
        if (worker !== started) return;
        started.terminate();
        worker = null;
        const lost = [...pending.values()];
        pending.clear();
        for (const { broken } of lost) broken();
      });
    }
    worker = started;
    return started;
  };

  const ask = <T>(call: Call, answer: z.ZodType<T>): Promise<T | ReturnType<typeof failed>> =>
    new Promise((resolve, reject) => {
      last += 1;
      const id = last;
      pending.set(id, {
        answered: (given) => resolve(answer.parse(given)),
        thrown: (name) => reject(new Error(`The journal worker failed: ${name}`)),
        broken: () => resolve(failed()),
      });
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, not a window
      ensureWorker().postMessage({ id, ...call } satisfies JournalRequest);
    });

  return {
    append: (...args) => ask({ call: 'append', args }, journalCalls.append.answer),
    read: (...args) => ask({ call: 'read', args }, journalCalls.read.answer),
    replace: (...args) => ask({ call: 'replace', args }, journalCalls.replace.answer),
    list: () => ask({ call: 'list', args: [] }, journalCalls.list.answer),
    erase: (...args) => ask({ call: 'erase', args }, journalCalls.erase.answer),
  };
}

function failed(): { readonly ok: false; readonly error: JournalFault } {
  return fail({ kind: 'gagal' });
}
