import '#renderer/platform/zod-without-eval.ts';
import { makeEvidenceMatcher, startMatchingWorker } from '#renderer/workers/matching/client.ts';
import { makeEvidenceReader, startReadingWorker } from '#renderer/workers/reading/client.ts';
import type {
  EvidenceOfPage,
  ReadRequestOfPage,
  ReadAnswerOfPage,
} from '#tests/support/evidence/page-contract.ts';

const reader = makeEvidenceReader(startReadingWorker);
const matcher = makeEvidenceMatcher(startMatchingWorker);
let stop = new AbortController();
let told: ReadAnswerOfPage['steps'] = [];

async function read(request: ReadRequestOfPage): Promise<ReadAnswerOfPage> {
  const response = await fetch(request.url);
  const bytes = await response.arrayBuffer();
  stop = new AbortController();
  const steps: ReadAnswerOfPage['steps'] = [];
  told = steps;
  const began = performance.now();
  const reading = await reader.read(
    { ...request.order, bytes },
    { signal: stop.signal, onProgress: (to) => steps.push(to) },
  );
  return { reading, ms: performance.now() - began, steps };
}

Object.assign(globalThis, {
  evidence: {
    engine: reader.engine,
    read,
    match: (queries, reading) => matcher.match(queries, reading, new AbortController().signal),
    steps: () => told,
    abort: () => stop.abort(),
    rest: () => reader.rest(),
  } satisfies EvidenceOfPage,
});
