import { afterEach, beforeEach } from 'vitest';
import type { RunningDesk } from '#renderer/core/desk.ts';
import type { EvidenceSources } from '#renderer/core/evidence/evidence-sources.ts';
import type { ReadPage } from '#renderer/evidence/matching/document-reading.ts';
import { setUpEvidencePc, shaOf, type EvidencePc } from '#tests/support/desk/evidence-pc.ts';
import {
  makeFakeReader,
  makeFakeSurroundings,
  type FakeReader,
  type FakeSurroundings,
  type GivenSources,
} from '#tests/support/desk/fake-evidence.ts';

/** What the tests of a file have in common. */
interface Given {
  /** Usul 1 to so many, each with one document. */
  readonly count: number;
  /** What stands in the document of the usul `n`. */
  readonly pages: (n: number) => readonly ReadPage[];
  /** Whether the desk reads ahead; else another window does. */
  readonly readsAhead: boolean;
}

/** A desk with a reader that answers from given pages, anew for each test. */
export interface GivenEvidence {
  readonly at: EvidencePc;
  readonly reader: FakeReader;
  readonly around: FakeSurroundings;
  /** Puts another reader, or other sources besides it, in place for whoever sits down from now on. */
  use(reader: FakeReader, sources?: GivenSources): void;
  /** A window at which the person sits; with `sources` in place of those that stand there. */
  seated(options?: {
    readonly holdMs?: number;
    readonly sources?: EvidenceSources;
  }): Promise<RunningDesk>;
}

/** Sets a desk up before each test of a file, and takes it down afterwards. */
export function givenEvidence({ count, pages, readsAhead }: Given): GivenEvidence {
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  const make = (reader: FakeReader, sources: GivenSources = {}) => {
    for (const n of numbers) reader.pages.set(shaOf(n), pages(n));
    const around = makeFakeSurroundings(reader, sources);
    around.taken = !readsAhead;
    return { reader, around };
  };
  let at: EvidencePc | null = null;
  let now = make(makeFakeReader());
  const pc = (): EvidencePc => {
    if (!at) throw new Error('Only a test has a desk.');
    return at;
  };
  beforeEach(() => {
    at = setUpEvidencePc(count);
    now = make(makeFakeReader());
  });
  afterEach(() => at?.pc.close());
  return {
    get at() {
      return pc();
    },
    get reader() {
      return now.reader;
    },
    get around() {
      return now.around;
    },
    use: (...given) => {
      now = make(...given);
    },
    seated: ({ holdMs, sources = now.around.sources } = {}) => pc().sit(sources, holdMs),
  };
}
