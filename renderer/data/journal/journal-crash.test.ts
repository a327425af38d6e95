import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { JournalPc } from '#tests/support/journal/journal-pc.ts';
import type { Cut } from '#tests/support/journal/power.ts';
import { isLongForm } from '#tests/support/long-form.ts';

const anyCut: fc.Arbitrary<Cut | null> = fc.option(
  fc.record({
    step: fc.integer({ min: 1, max: 4 }),
    moment: fc.constantFrom('sebelum', 'tengah', 'sesudah'),
  }),
);
const anyStep = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('putus' as const), again: fc.boolean(), cut: anyCut }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('tarik' as const), cut: anyCut }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('kirim' as const),
      accepts: fc.boolean(),
      cut: anyCut,
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('lepas' as const), cut: anyCut }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('mulai' as const),
      erased: fc.boolean(),
      cut: anyCut,
    }),
  },
);
type Step = typeof anyStep extends fc.Arbitrary<infer T> ? T : never;

async function take(pc: JournalPc, step: Step): Promise<void> {
  switch (step.kind) {
    case 'putus':
      return pc.decide(step.again, step.cut);
    case 'tarik':
      return pc.withdraw(step.cut);
    case 'kirim':
      return pc.deliver(step.accepts, step.cut);
    case 'lepas':
      return pc.letGo(step.cut);
    case 'mulai':
      if (step.erased) pc.erase();
      return pc.restart(step.cut);
  }
}

const [runs, timeoutMs] = isLongForm ? [200, 600_000] : [25, 60_000];

test(
  'whatever is cut off: what was called saved is there once, what was never called saved is whole or absent, what was taken back stays away',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { minLength: 1, maxLength: 8 }), async (steps) => {
        const pc = new JournalPc();
        await pc.restart(null);
        for (const step of steps) {
          // oxlint-disable-next-line no-await-in-loop -- one after the other, as in life
          await take(pc, step);
        }
        await pc.restart(null);
        await pc.check();
        pc.erase();
        await pc.restart(null);
        await pc.check();
        expect(pc.broken).toEqual([]);
      }),
      { numRuns: runs },
    );
  },
  timeoutMs,
);
