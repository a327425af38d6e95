import '#renderer/platform/zod-without-eval.ts';
import { makeEvidenceReader, startReadingWorker } from '#renderer/workers/reading/client.ts';
import type { ReadRequestOfPage, ReadAnswerOfPage } from '#tests/support/evidence/page-contract.ts';

const reader = makeEvidenceReader(startReadingWorker);
let stop = new AbortController();

async function read(request: ReadRequestOfPage): Promise<ReadAnswerOfPage> {
  const response = await fetch(request.url);
  const bytes = await response.arrayBuffer();
  stop = new AbortController();
  const steps: ReadAnswerOfPage['steps'] = [];
  const began = performance.now();
  const reading = await reader.read(
    { ...request.order, bytes },
    { signal: stop.signal, onProgress: (to) => steps.push(to) },
  );
  return { reading, ms: performance.now() - began, steps };
}

Object.assign(globalThis, {
  evidence: { engine: reader.engine, read, abort: () => stop.abort(), rest: () => reader.rest() },
});
