import { recordTypes } from '#shared/records/record-types.ts';
import type { BenchReport } from '#tests/bench/bench.ts';
import type { UsulHands } from '#tests/bench/hands/at-the-desk.ts';
import { actsOf, addHands } from '#tests/bench/hands/count-hands.ts';
import type { SampledUsul } from '#tests/bench/hands/sample.ts';

/** One usul as it was judged in both places. */
export interface JudgedUsul {
  readonly sampled: SampledUsul;
  readonly desk: UsulHands;
  readonly tabs: UsulHands;
}

/** Typical is a clean usul with one document: each further document has to be opened and read too. */
const budgets = {
  typicalMedian: 3,
  cleanJudgingMax: 2,
  // Accepting a golongan is asked about by a second press of the same key (domain.md 0.14).
  golonganJudgingMax: 3,
  faultyMedian: 8,
  faultyJudgingMax: 8,
  // What nothing speaks against: one key to approve, one to save.
  approvalMedian: 2,
  pointerClicks: 0,
  pointerTravelPx: 0,
};

const findings = { bersih: 'clean', satu_isian: 'one field', dokumen: 'document' } as const;

/** A table of every usul, what it comes to, and the figures that the budgets are held against. */
export function reportHands(
  judged: readonly JudgedUsul[],
  approvals: readonly number[],
): BenchReport {
  const clean = judged.filter(({ sampled }) => sampled.finding.kind === 'bersih');
  const typical = clean.filter(({ sampled }) => sampled.usul.documents.length === 1);
  const faulty = judged.filter(({ sampled }) => sampled.finding.kind === 'satu_isian');
  const desk = judged.map(({ desk: { reading, judging } }) => addHands(reading, judging));
  const tabs = judged.map(({ tabs: { reading, judging } }) => addHands(reading, judging));
  const figures = {
    usul: judged.length,
    typicalUsul: typical.length,
    typicalMedian: median(typical.map(({ desk: one }) => allActs(one))),
    typicalMax: Math.max(...typical.map(({ desk: one }) => allActs(one))),
    cleanMedian: median(clean.map(({ desk: one }) => allActs(one))),
    cleanMax: Math.max(...clean.map(({ desk: one }) => allActs(one))),
    cleanJudgingMax: mostJudging(clean.filter((one) => !isGolongan(one))),
    golonganJudgingMax: mostJudging(clean.filter(isGolongan)),
    faultyMedian: median(faulty.map(({ desk: one }) => allActs(one))),
    faultyMax: Math.max(...faulty.map(({ desk: one }) => allActs(one))),
    faultyJudgingMax: Math.max(...faulty.map(({ desk: one }) => actsOf(one.judging))),
    approvals: approvals.length,
    approvalMedian: median(approvals),
    approvalMax: Math.max(...approvals),
    acts: sum(desk.map(actsOf)),
    pointerClicks: sum(desk.map(({ clicks, wheel }) => clicks + wheel)),
    pointerTravelPx: sum(desk.map(({ travel }) => travel)),
    threeTabsCleanMedian: median(clean.map(({ tabs: one }) => allActs(one))),
    threeTabsFaultyMedian: median(faulty.map(({ tabs: one }) => allActs(one))),
    threeTabsActs: sum(tabs.map(actsOf)),
    threeTabsPointerTravelPx: sum(tabs.map(({ travel }) => travel)),
    deskTimeOverThreeTabs: round(
      sum(judged.map(({ desk: one }) => one.ms)) / sum(judged.map(({ tabs: one }) => one.ms)),
    ),
  };
  return { lines: [...table(judged), '', ...summary(figures)], figures, budgets };
}

function table(judged: readonly JudgedUsul[]): string[] {
  const head =
    'record type           kind    found      desk: read + judge   three tabs: read + judge, pointer';
  return [
    head,
    ...judged.map(({ sampled: { usul, finding }, desk, tabs }) => {
      const travel = tabs.reading.travel + tabs.judging.travel;
      return [
        recordTypes[usul.recordType].label.slice(0, 21).padEnd(21),
        usul.kind.padEnd(7),
        findings[finding.kind].padEnd(10),
        `${split(desk)} keys`.padEnd(20),
        `${split(tabs)} acts, ${travel} px`,
      ].join(' ');
    }),
  ];
}

function split({ reading, judging }: UsulHands): string {
  const [read, judge] = [actsOf(reading), actsOf(judging)];
  return `${read} + ${judge} = ${read + judge}`;
}

function summary(figures: Readonly<Record<string, number>>): string[] {
  const text = (name: string): string => String(figures[name]);
  return [
    `At the desk, keyboard only: typical usul (clean, one document; ${text('typicalUsul')} of them) ${text('typicalMedian')} keys (median; at most ${text('typicalMax')}).`,
    `Every clean usul, whatever number of documents and pages: ${text('cleanMedian')} (median; at most ${text('cleanMax')}); one wrong field ${text('faultyMedian')} (at most ${text('faultyMax')}).`,
    `An approver: ${text('approvalMedian')} keys (median of ${text('approvals')}; at most ${text('approvalMax')}, where warnings are acknowledged).`,
    `Three tabs, pointer: clean usul ${text('threeTabsCleanMedian')} acts (median), one wrong field ${text('threeTabsFaultyMedian')}; ${text('threeTabsPointerTravelPx')} px of pointer travel in all, by straight lines.`,
    `In all: ${text('acts')} keys at the desk, ${text('threeTabsActs')} keys, clicks and notches of the wheel with three tabs.`,
    `Time of the script at the desk over three tabs: ${text('deskTimeOverThreeTabs')} (how long the machine took with real documents and without; no person's time).`,
    'What is counted: key presses (modifiers too), pointer buttons, notches of the wheel, from one usul open to the next open; as the browser reported them.',
    'Three tabs is a model page (three-tabs.html) of the screens in domain.md 4.4 at 1366x768, not the real site: its filter stays set, it never waits, the next usul is always on the first page.',
  ];
}

function isGolongan({ sampled: { usul } }: JudgedUsul): boolean {
  return usul.recordType === 'golongan' && usul.kind !== 'hapus';
}

function mostJudging(judged: readonly JudgedUsul[]): number {
  return Math.max(0, ...judged.map(({ desk }) => actsOf(desk.judging)));
}

function allActs({ reading, judging }: UsulHands): number {
  return actsOf(reading) + actsOf(judging);
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1
    ? sorted[Math.floor(middle)]!
    : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
