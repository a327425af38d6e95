import type { QueriesOf } from '#renderer/core/evidence/evidence-ports.ts';
import type { EvidenceSources } from '#renderer/core/evidence/evidence-sources.ts';
import type { Surroundings } from '#renderer/core/evidence/surroundings.ts';
import type { EvidenceReader, ReadOrder } from '#renderer/workers/reading/client.ts';
import type {
  DocumentReading,
  PageBox,
  ReadPage,
  ReadWord,
} from '#renderer/evidence/matching/document-reading.ts';
import type { FieldEvidence } from '#renderer/evidence/matching/field-evidence.ts';
import { fingerprintOf } from '#renderer/evidence/matching/document/make-fingerprint.ts';
import type { EvidenceMatcher } from '#renderer/workers/matching/client.ts';
import { succeed } from '#shared/kernel/result.ts';
import { fieldsToJudge } from '#shared/records/judged-fields.ts';

/** A page with these words on it, one a line, from the top. */
export function pageWith(words: readonly string[], page = 1): ReadPage {
  const read = words.map((text, line): ReadWord => ({
    text,
    confidence: 95,
    box: [0.1, 0.1 + line * 0.01, 0.5, 0.11 + line * 0.01],
    line,
  }));
  return {
    page,
    width: 595,
    height: 842,
    readings: [{ pass: 'gambar', words: read }],
    quality: { level: 'baik', flaws: [], dpi: 200, acuity: 0.6 },
  };
}

/** A reader that answers from given pages, by SHA-256, when it is let to. */
export interface FakeReader extends EvidenceReader {
  readonly orders: ReadOrder[];
  /** Signals of the orders, in their order. */
  readonly signals: AbortSignal[];
  /** What stands in each document. */
  readonly pages: Map<string, readonly ReadPage[]>;
  /** While true no order is answered, except by giving it up. */
  held: boolean;
  /** Answers in place of the pages. */
  answer: ((order: ReadOrder) => Promise<DocumentReading | null>) | null;
  /** Lets go whatever is held. */
  release(): void;
  rested: number;
}

/** Builds a reader of that engine. */
export function makeFakeReader(engine = 'mesin-1'): FakeReader {
  let letGo: (() => void)[] = [];
  const reader: FakeReader = {
    engine,
    orders: [],
    signals: [],
    pages: new Map(),
    held: false,
    answer: null,
    rested: 0,
    release: () => {
      reader.held = false;
      for (const go of letGo) go();
      letGo = [];
    },
    rest: () => {
      reader.rested += 1;
    },
    read: async (order, { signal, onProgress }) => {
      reader.orders.push(order);
      reader.signals.push(signal);
      if (reader.held) {
        await new Promise<void>((resolve) => {
          letGo.push(resolve);
          signal.addEventListener('abort', () => resolve());
        });
      }
      if (signal.aborted) return null;
      if (reader.answer) return reader.answer(order);
      const pages = reader.pages.get(order.sha256) ?? [];
      onProgress?.({ donePages: 0, totalPages: pages.length });
      return {
        sha256: order.sha256,
        engine: reader.engine,
        pageCount: Math.max(1, pages.length),
        failure: null,
        pages: pages.slice(0, order.pages),
      };
    },
  };
  return reader;
}

/** Every value of an usul, to be looked for in whatever document. */
const plainQueries: QueriesOf = (usul) =>
  fieldsToJudge(usul).map(({ name }) => ({
    field: name,
    kind: 'teks',
    value: usul.values[name] ?? '',
    also: [],
    labels: [],
    of: 'dokumen',
  }));

/** Compares words as they are: what really compares is tested where it lives. */
export const plainMatcher: EvidenceMatcher = {
  match: async (queries, { pages }) =>
    succeed(
      queries.map(({ field, value }): FieldEvidence => {
        for (const { page, readings } of pages) {
          const word = readings.flatMap(({ words }) => words).find(({ text }) => text === value);
          if (!word) continue;
          const boxes: PageBox[] = [word.box];
          const place = { page, boxes, printed: word.text, label: null };
          return { field, status: 'ditemukan', place, others: [] };
        }
        return { field, status: 'tidak_ditemukan' };
      }),
    ),
  warn: async () => succeed([]),
  fingerprintOf: async (reading) => succeed(fingerprintOf(reading)),
  rest: () => {},
};

/** Surroundings that a test moves: keys, battery, another window's turn. */
export interface FakeSurroundings {
  readonly sources: EvidenceSources;
  press(): void;
  /** Whether the PC saves its battery. */
  power(saving: boolean): void;
  /** Whether another window reads ahead. */
  taken: boolean;
}

/** What a test puts in place of what usually stands around its reader. */
export interface GivenSources {
  readonly matcher?: EvidenceMatcher;
  readonly timing?: EvidenceSources['timing'];
}

/** Turns of windows that stand in the same surroundings. */
function takeTurns(): Surroundings['inTurn'] {
  const last = new Map<string, Promise<unknown>>();
  return (name, work, signal) => {
    const before = last.get(name) ?? Promise.resolve();
    const mine = before.catch(() => {}).then(() => (signal.aborted ? null : work()));
    last.set(name, mine);
    return mine;
  };
}

/** Sources around a reader, with durations short enough for a test. */
export function makeFakeSurroundings(
  reader: EvidenceReader,
  given: GivenSources = {},
): FakeSurroundings {
  const inTurn = takeTurns();
  const keys = new Set<() => void>();
  const powers = new Set<(saving: boolean) => void>();
  const around: FakeSurroundings = {
    taken: false,
    press: () => keys.forEach((tell) => tell()),
    power: (saving) => powers.forEach((tell) => tell(saving)),
    sources: {
      workers: { reader, matcher: given.matcher ?? plainMatcher },
      queriesOf: plainQueries,
      timing: {
        quietMs: 30,
        graceMs: 60_000,
        planMs: 1,
        retryMs: 20,
        restMs: 20,
        ...given.timing,
      },
      surroundings: {
        followKeys: (tell) => {
          keys.add(tell);
          return () => keys.delete(tell);
        },
        followPower: (tell) => {
          powers.add(tell);
          return () => powers.delete(tell);
        },
        idle: () => Promise.resolve(),
        pageDrawn: () => Promise.resolve(),
        alone: (_name, work) => (around.taken ? Promise.resolve(null) : work()),
        inTurn,
      },
    },
  };
  return around;
}
