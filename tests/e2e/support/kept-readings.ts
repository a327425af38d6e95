import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { BrowserContext } from '@playwright/test';
import { templateDesk } from '#tests/e2e/support/template-desk.ts';

/**
 * Reading a document takes a core for seconds, and tests that are about something else open the same few documents again
 * and again. On the pages of this context each order is read once in a run, by the real worker in whichever test comes
 * first; its answer is kept by what was ordered, and given to those that order the same.
 */
export async function keepReadings(context: BrowserContext): Promise<void> {
  const folder = templateDesk().readings;
  await mkdir(folder, { recursive: true });
  const fileOf = (key: string): string => path.join(folder, `${key}.json`);
  await context.exposeFunction('keptReading', (key: string) =>
    readFile(fileOf(key), 'utf8').catch(() => null),
  );
  await context.exposeFunction('keepReading', async (key: string, reading: string) => {
    const half = `${fileOf(key)}.${process.pid}`;
    await writeFile(half, reading);
    await rename(half, fileOf(key));
  });
  await context.addInitScript(rememberReadings);
}

declare global {
  interface Window {
    keptReading(key: string): Promise<string | null>;
    keepReading(key: string, reading: string): Promise<void>;
  }
}

/** Runs inside the page, so everything it needs is inside it. The messages are those of `shared/channel`. */
function rememberReadings(): void {
  interface Answer {
    readonly kind: string;
    readonly id: number;
    readonly output: {
      readonly failure?: string | null;
      readonly failedPages?: readonly unknown[];
    };
  }
  interface Ask {
    readonly kind: string;
    readonly id: number;
    readonly input: { readonly bytes: unknown };
  }

  /** The document itself is named by its hash. */
  async function keyOf(order: Ask['input']): Promise<string> {
    const text = JSON.stringify(order, (name, value: unknown) => (name === 'bytes' ? null : value));
    const hash = new Uint8Array(
      await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)),
    );
    return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  }

  class RememberingWorker extends EventTarget {
    readonly #start: () => Worker;
    readonly #asked = new Map<number, string>();
    #worker: Worker | null = null;
    #isEnded = false;

    constructor(start: () => Worker) {
      super();
      this.#start = start;
    }

    postMessage(message: Ask, transfer: Transferable[]): void {
      if (message.kind === 'ask') void this.#answer(message, transfer);
      else this.#worker?.postMessage(message, transfer);
    }

    /** What is being read is read to its end, for the tests that order it next. */
    terminate(): void {
      this.#isEnded = true;
      if (this.#asked.size === 0) this.#worker?.terminate();
    }

    async #answer(message: Ask, transfer: Transferable[]): Promise<void> {
      const key = await keyOf(message.input);
      const kept = await window.keptReading(key);
      if (this.#isEnded) return;
      if (kept !== null) {
        const data = { kind: 'answer', id: message.id, output: JSON.parse(kept) as unknown };
        this.dispatchEvent(new MessageEvent('message', { data }));
        return;
      }
      this.#asked.set(message.id, key);
      this.#real().postMessage(message, transfer);
    }

    #real(): Worker {
      if (this.#worker) return this.#worker;
      const worker = this.#start();
      worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
        this.#keep(data);
        if (!this.#isEnded) this.dispatchEvent(new MessageEvent('message', { data }));
        else if (this.#asked.size === 0) worker.terminate();
      });
      for (const kind of ['error', 'messageerror']) {
        worker.addEventListener(kind, () => this.dispatchEvent(new Event(kind)));
      }
      return (this.#worker = worker);
    }

    /** What failed may do so for the machine's sake: it is tried anew. */
    #keep({ kind, id, output }: Answer): void {
      const key = this.#asked.get(id);
      if (key === undefined || (kind !== 'answer' && kind !== 'failed')) return;
      this.#asked.delete(id);
      if (kind === 'failed') return;
      if ((output.failure ?? null) === null && (output.failedPages ?? []).length === 0)
        void window.keepReading(key, JSON.stringify(output));
    }
  }

  globalThis.Worker = new Proxy(Worker, {
    construct(target, [url, options]: [string | URL, WorkerOptions | undefined]) {
      const start = (): Worker => new target(url, options);
      return options?.name === 'meja-baca' ? new RememberingWorker(start) : start();
    },
  });
}
