import { demoSeed } from '#build/demo/seed.ts';
import {
  type DemoPlan,
  documentFaultKinds,
  type FaultKind,
  type PlannedUsul,
} from '#build/demo/plan/demo-plan.ts';
import { planDemo } from '#build/demo/plan/plan-demo.ts';
import { makeRandom } from '#build/demo/random.ts';
import { localDateOf } from '#shared/kernel/local-date.ts';

/** How many usul are looked at. */
export interface SampleSize {
  /** Of every kind of fault; all of them where there are fewer. */
  readonly ofEachFault: number;
  readonly honest: number;
}

/** Usul of the full demonstration, drawn the same way on every run of a day. */
export interface DemoSample {
  readonly plan: DemoPlan;
  readonly faulty: readonly PlannedUsul[];
  readonly honest: readonly PlannedUsul[];
}

/** Faults that stand in the documents, and typing errors that rules find too; a document shows both. */
export const shownFaults: readonly FaultKind[] = [
  ...documentFaultKinds,
  'tahun_mustahil',
  'isian_bertentangan',
];

/** Plans the demonstration of today and draws a sample of its faults and of its honest usul. */
export function sampleDemo({ ofEachFault, honest }: SampleSize): DemoSample {
  const plan = planDemo({ seed: demoSeed, today: localDateOf(new Date()), size: 'full' });
  // What was returned once is resubmitted right: its first round is no planted fault.
  const all = makeRandom('evidence', 'demo').shuffle(plan.usuls);
  return {
    plan,
    faulty: shownFaults.flatMap((kind) =>
      all.filter(({ fault }) => fault?.kind === kind).slice(0, ofEachFault),
    ),
    honest: all.filter(({ fault }) => fault === null).slice(0, honest),
  };
}
