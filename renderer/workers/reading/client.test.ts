import { describe, expect, test } from 'vitest';
import { makeEvidenceReader, type ReadOrder } from '#renderer/workers/reading/client.ts';
import { engine } from '#renderer/evidence/reading/reading-engine.ts';
import { workerOrderSchema, type WorkerOrder } from '#renderer/evidence/reading/worker-order.ts';
import type { DocumentReading } from '#renderer/evidence/matching/document-reading.ts';
import { toWorkerSchema, type ToPage } from '#shared/channel/messages.ts';
import type { Peer } from '#shared/channel/port.ts';

/** A worker that answers as it is told. */
class TestWorker implements Peer {
  readonly requests: { readonly id: number; readonly order: WorkerOrder }[] = [];
  ended = false;
  readonly #listeners = new Map<string, ((event: { readonly data: unknown }) => void)[]>();

  postMessage(data: unknown): void {
    const message = toWorkerSchema.parse(data);
    if (message.kind !== 'ask') return;
    this.requests.push({ id: message.id, order: workerOrderSchema.parse(message.input) });
  }

  addEventListener(type: string, listener: (event: { readonly data: unknown }) => void): void {
    this.#listeners.set(type, [...(this.#listeners.get(type) ?? []), listener]);
  }

  terminate(): void {
    this.ended = true;
  }

  say(message: ToPage | { readonly kind: 'apa' }): void {
    for (const listener of this.#listeners.get('message') ?? []) listener({ data: message });
  }

  fail(): void {
    for (const listener of this.#listeners.get('error') ?? []) listener({ data: null });
  }

  answer(change: Partial<DocumentReading> = {}): void {
    const { id, order } = this.requests.at(-1) ?? { id: -1, order: null };
    const reading = { sha256: order?.sha256 ?? '', engine, pageCount: 1, failure: null, pages: [] };
    this.say({ kind: 'answer', id, output: { ...reading, ...change } });
  }
}

const sha256 = 'a'.repeat(64);

function anOrder(): ReadOrder {
  return { sha256, bytes: new ArrayBuffer(4), queries: [], known: null, pages: 5 };
}

function startedReader(silenceMs?: number) {
  const workers: TestWorker[] = [];
  const reader = makeEvidenceReader(() => {
    const worker = new TestWorker();
    workers.push(worker);
    return worker;
  }, silenceMs);
  const signal = new AbortController();
  return { reader, workers, stop: () => signal.abort(), signal: signal.signal };
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

describe('the reader as the stores see it', () => {
  test('gives what the worker read, and tells how far it is', async () => {
    const { reader, workers, signal } = startedReader();
    const steps: number[] = [];
    const reading = reader.read(anOrder(), {
      signal,
      onProgress: ({ donePages }) => steps.push(donePages),
    });
    await settled();
    const id = workers[0]?.requests[0]?.id ?? -1;
    workers[0]?.say({ kind: 'progress', id, progress: { donePages: 1, totalPages: 3 } });
    workers[0]?.answer();
    expect(await reading).toMatchObject({ sha256, engine, failure: null });
    expect(steps).toEqual([1]);
  });

  test('an order that is given up ends the worker at once, and the next one has its own', async () => {
    const { reader, workers, signal, stop } = startedReader();
    const given = reader.read(anOrder(), { signal });
    await settled();
    stop();
    expect(await given).toBeNull();
    expect(workers[0]?.ended).toBe(true);
    const next = reader.read(anOrder(), { signal: new AbortController().signal });
    await settled();
    workers[1]?.answer();
    expect(await next).toMatchObject({ failure: null });
  });

  test('one document after another; whoever waits may go, too', async () => {
    const { reader, workers, signal, stop } = startedReader();
    const first = reader.read(anOrder(), { signal: new AbortController().signal });
    const second = reader.read(anOrder(), { signal });
    await settled();
    expect(workers[0]?.requests).toHaveLength(1);
    stop();
    expect(await second).toBeNull();
    workers[0]?.answer();
    expect(await first).toMatchObject({ failure: null });
    await settled();
    expect(workers[0]?.requests).toHaveLength(1);
  });

  test('a worker that says nothing is ended, and the document took too long', async () => {
    const { reader, workers, signal } = startedReader(20);
    const reading = await reader.read(anOrder(), { signal });
    expect(reading).toMatchObject({ failure: 'terlalu_lama', pages: [] });
    expect(workers[0]?.ended).toBe(true);
  });

  test.each([
    ['fails', (worker: TestWorker) => worker.fail()],
    ['speaks gibberish', (worker: TestWorker) => worker.say({ kind: 'apa' })],
  ])('a worker that %s is a document that could not be read', async (_name, breakIt) => {
    const { reader, workers, signal } = startedReader();
    const reading = reader.read(anOrder(), { signal });
    await settled();
    if (workers[0]) breakIt(workers[0]);
    expect(await reading).toMatchObject({ failure: 'gagal' });
    expect(workers[0]?.ended).toBe(true);
  });

  test('a page that hung may do so on: the next document has a worker of its own', async () => {
    const { reader, workers, signal } = startedReader();
    const reading = reader.read(anOrder(), { signal });
    await settled();
    workers[0]?.answer({ failedPages: [{ page: 1, failure: 'terlalu_lama' }] });
    expect(await reading).toMatchObject({ failure: null, failedPages: [{ page: 1 }] });
    expect(workers[0]?.ended).toBe(true);
  });

  test('at rest it gives the memory back, but never under an order', async () => {
    const { reader, workers, signal } = startedReader();
    const reading = reader.read(anOrder(), { signal });
    await settled();
    reader.rest();
    expect(workers[0]?.ended).toBe(false);
    workers[0]?.answer();
    await reading;
    expect(workers[0]?.ended).toBe(true);
  });
});
