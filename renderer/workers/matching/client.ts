import type { DocumentReading } from '#renderer/evidence/matching/document-reading.ts';
import type { DocumentWarning } from '#renderer/evidence/matching/document/document-warning.ts';
import type {
  WarnedDocument,
  WarnedUsul,
} from '#renderer/evidence/matching/document/warned-document.ts';
import type { TextFingerprint } from '#renderer/evidence/matching/document/text-fingerprint.ts';
import type { DocumentElsewhere } from '#renderer/evidence/matching/document/document-elsewhere.ts';
import type { FieldEvidence, FieldQuery } from '#renderer/evidence/matching/field-evidence.ts';
import { trustedScriptUrl } from '#renderer/platform/trusted-scripts.ts';
import { matchingChannel } from '#renderer/workers/matching/matching-channel.ts';
// Vite bundles the worker and gives its address.
// oxlint-disable-next-line import/default -- the address is what `?worker&url` exports
import workerUrl from '#renderer/workers/matching/worker.ts?worker&url';
import type { InputOf, OutputOf, RequestName } from '#shared/channel/channel.ts';
import {
  makeChannelClient,
  type ChannelClient,
  type ChannelFailure,
} from '#shared/channel/client.ts';
import type { Peer } from '#shared/channel/port.ts';
import { fail, type Result } from '#shared/kernel/result.ts';

/** What comparing gave; or why it gave nothing, which says nothing of the document. */
export type Matched<T> = Result<T, ChannelFailure>;

/** What is noted of a comparison that gave nothing; its name says why, which is all that is ever logged. */
export function matchingFault(failure: ChannelFailure): Error {
  const fault = new Error('Comparing gave nothing.');
  const reason = failure.kind === 'failed' ? ` ${failure.reason}` : '';
  fault.name = `comparing ${failure.kind}${reason}`;
  return fault;
}

/**
 * Compares what was read with what is proposed, off the page's thread. Never rejects and never hangs. `signal`: nobody
 * waits for it any more.
 */
export interface EvidenceMatcher {
  /** What a document says of each value, in their order. */
  match(
    queries: readonly FieldQuery[],
    reading: DocumentReading,
    signal: AbortSignal,
  ): Promise<Matched<readonly FieldEvidence[]>>;
  /** What a person should know of the documents that were read before looking at them. */
  warn(
    usul: WarnedUsul,
    read: readonly WarnedDocument[],
    elsewhere: readonly DocumentElsewhere[],
    signal: AbortSignal,
  ): Promise<Matched<readonly DocumentWarning[]>>;
  /** What tells another scan of the same paper; null when too little was read. */
  fingerprintOf(
    reading: DocumentReading,
    signal: AbortSignal,
  ): Promise<Matched<TextFingerprint | null>>;
  /** Gives the worker's memory back; the next request starts it again. */
  rest(): void;
}

/** Starts the worker as a module under the page's trusted-types policy. */
export function startMatchingWorker(): Peer {
  return new Worker(trustedScriptUrl(workerUrl), { type: 'module', name: 'meja-banding' });
}

/** Several times what comparing the longest document takes on a slow PC, in milliseconds. */
const comparingMs = 60_000;

/**
 * The matcher as the stores see it, in a worker of its own: the one that reads computes for up to half a second at a
 * stretch and is ended whenever its order is given up, which is whenever a person goes on to the next usul.
 */
export function makeEvidenceMatcher(
  start: () => Peer,
  limitMs: number = comparingMs,
): EvidenceMatcher {
  return new WorkerMatcher(start, limitMs);
}

type Matching = typeof matchingChannel;

class WorkerMatcher implements EvidenceMatcher {
  readonly #worker: ChannelClient<Matching>;
  readonly #limitMs: number;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(start: () => Peer, limitMs: number) {
    this.#limitMs = limitMs;
    this.#worker = makeChannelClient(matchingChannel, { start, events: {} });
  }

  match: EvidenceMatcher['match'] = (queries, reading, signal) =>
    this.#inTurn('match', { queries, reading }, signal);

  warn: EvidenceMatcher['warn'] = ({ employee, recordType, values, oldValues }, ...about) => {
    const [read, elsewhere, signal] = about;
    const documents = read.map(({ document: { documentId, sha256 }, reading }) => ({
      document: { documentId, sha256 },
      reading,
    }));
    const usul = { employee, recordType, values, oldValues };
    return this.#inTurn('warn', { usul, read: documents, elsewhere }, signal);
  };

  fingerprintOf: EvidenceMatcher['fingerprintOf'] = (reading, signal) =>
    this.#inTurn('fingerprint', reading, signal);

  rest(): void {
    this.#worker.close();
  }

  /**
   * One after another: what nobody waits for any more when its turn comes costs nothing, and a worker that fails does so
   * under one request alone.
   */
  #inTurn<N extends RequestName<Matching>>(
    name: N,
    input: InputOf<Matching, N>,
    signal: AbortSignal,
  ): Promise<Matched<OutputOf<Matching, N>>> {
    const answer = this.#queue.then(() => this.#askTwice(name, input, signal));
    this.#queue = answer;
    return answer;
  }

  async #askTwice<N extends RequestName<Matching>>(
    name: N,
    input: InputOf<Matching, N>,
    signal: AbortSignal,
  ): Promise<Matched<OutputOf<Matching, N>>> {
    const first = await this.#ask(name, input, signal);
    // A worker that fell, or did not start, may have done so by chance: a new one is asked once more.
    return !first.ok && first.error.kind === 'broken' ? this.#ask(name, input, signal) : first;
  }

  async #ask<N extends RequestName<Matching>>(
    name: N,
    input: InputOf<Matching, N>,
    signal: AbortSignal,
  ): Promise<Matched<OutputOf<Matching, N>>> {
    if (signal.aborted) return fail({ kind: 'cancelled' });
    const answer = await this.#worker.ask(name, input, { signal, timeoutMs: this.#limitMs });
    if (!answer.ok && answer.error.kind === 'timedOut') this.#worker.close();
    return answer;
  }
}
