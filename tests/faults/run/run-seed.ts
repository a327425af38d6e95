import { findDisagreements, judgeDecisions, type Verdict } from '#tests/faults/judge/oracle.ts';
import { duplicateDecision, eraseEverything, goBackBehind } from '#tests/faults/judge/sabotage.ts';
import type { Sabotage } from '#tests/faults/judge/sabotage.ts';
import { FaultCounts } from '#tests/faults/plan/fault-kinds.ts';
import { makePlan, type Act } from '#tests/faults/plan/make-plan.ts';
import { SeedRun, type SeedPorts } from '#tests/faults/run/seed-run.ts';
import { readServerFacts } from '#tests/faults/world/server-facts.ts';

/** What came of a seed. */
export interface SeedResult {
  readonly seed: number;
  readonly ok: boolean;
  readonly saved: number;
  readonly withdrawn: number;
  /** Decisions of which the screen said that this PC could not keep them. */
  readonly refusedLoudly: number;
  /** Decisions that were in the outbox unsent when the store was erased, and again after the next sign-in. */
  readonly broughtBack: number;
  readonly verdict: Verdict;
  /** In what client and server differ, and whatever else went wrong. */
  readonly troubles: readonly string[];
  readonly counts: FaultCounts;
  readonly ms: number;
  /** What happened, line by line, beginning with the milliseconds since the start. */
  readonly lines: readonly string[];
}

/** Time in which everything must be at rest once the faults stopped (ms). */
const settleMs = 45_000;
/** The same where something is known to be missing for ever. */
const spoiledSettleMs = 8_000;
const lasting: ReadonlySet<Sabotage | null> = new Set(['lost', 'journal', 'backup']);
/** Time after which a seed is given up, whatever it waits for (ms). */
const longestMs = 300_000;
const nothing: Verdict = {
  delivered: [],
  returned: [],
  lost: [],
  duplicated: [],
  unwanted: [],
  altered: [],
};
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Runs the day of a seed and judges it; a bug of the harness itself is a failed seed, never a passed one. */
export async function runSeed(ports: SeedPorts): Promise<SeedResult> {
  const startedAt = performance.now();
  let run: SeedRun | null = null;
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), longestMs);
  try {
    run = await SeedRun.begin(ports);
    const { verdict, troubles } = await Promise.race([live(run, ports), hasEnded(late.signal)]);
    const { lost, duplicated, unwanted, altered } = verdict;
    const wrong = [lost, duplicated, unwanted, altered, troubles].some((list) => list.length > 0);
    return { ...frame(ports, run, startedAt), ok: !wrong, verdict, troubles };
  } catch (cause) {
    const trouble = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
    return { ...frame(ports, run, startedAt), ok: false, verdict: nothing, troubles: [trouble] };
  } finally {
    clearTimeout(timer);
    await run?.end();
  }
}

async function live(
  run: SeedRun,
  ports: SeedPorts,
): Promise<Pick<SeedResult, 'verdict' | 'troubles'>> {
  await settle(run, ports);
  for (const act of actsOf(ports)) await run.perform(act);
  run.log('the faults are over');
  if (ports.sabotage === 'duplicate') await duplicateDecision(ports.lane.db, run.office.usulIds);
  return judge(run, ports);
}

/** The plan of a seed, spoiled or not. */
function actsOf({ seed, decisions, sabotage }: SeedPorts): readonly Act[] {
  const plan = makePlan(seed, decisions);
  switch (sabotage) {
    case 'journal':
      return [...plan, ...eraseEverything(seed)];
    case 'backup':
      return [...plan, ...goBackBehind(seed)];
    case 'lost':
      // After either the PC asks for what it delivered, and brings back what the network took for itself.
      return plan.filter(({ kind }) => kind !== 'restore' && kind !== 'erase storage');
    case 'duplicate':
    case null:
      return plan;
  }
}

function hasEnded(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Error('The seed came to no end.')));
  });
}

function frame({ seed }: SeedPorts, run: SeedRun | null, startedAt: number) {
  return {
    seed,
    saved: run?.notebook.saved.size ?? 0,
    withdrawn: run?.notebook.withdrawn.size ?? 0,
    refusedLoudly: run?.refusedLoudly ?? 0,
    broughtBack: run?.broughtBack ?? 0,
    counts: run?.counts ?? new FaultCounts(),
    ms: Math.round(performance.now() - startedAt),
    lines: run?.lines ?? [],
  };
}

async function judge(
  run: SeedRun,
  ports: SeedPorts,
): Promise<Pick<SeedResult, 'verdict' | 'troubles'>> {
  const settled = await settle(run, ports);
  const { decisions, verifikatorEvents } = settled.server;
  const verdict = judgeDecisions({
    notebook: run.notebook,
    server: decisions,
    outbox: settled.view.outbox,
  });
  // The history of each usul: every decision on the server had its effect once.
  const uneven = run.office.usulIds.filter((id) => {
    const taken = decisions.filter(({ usulId }) => usulId === id).length;
    return taken !== (verifikatorEvents.get(id) ?? 0);
  });
  const asked = makePlan(ports.seed, ports.decisions).filter(
    ({ kind }) => kind === 'decide',
  ).length;
  const { saved } = run.notebook;
  const troubles = [
    // A person who came to decide hardly anything would have proven nothing.
    ...(saved.size < asked / 2 ? [`only ${saved.size} of ${asked} decisions were made`] : []),
    ...settled.troubles,
    ...uneven.map((id) => `usul ${id}: its history does not count its decisions`),
  ];
  return { verdict, troubles };
}

/**
 * Waits until nothing waits any more, nothing is missing and both sides agree; `troubles` says what did not come about in
 * time, except what the verdict says anyhow.
 */
async function settle(run: SeedRun, { lane, sabotage }: SeedPorts) {
  await run.calmDown();
  const until = performance.now() + (lasting.has(sabotage) ? spoiledSettleMs : settleMs);
  for (;;) {
    const view = await run.look();
    const server = await readServerFacts(lane.db, run.office.opdId);
    const waiting = view.outbox.filter(({ state }) => state === 'menunggu' || state === 'mengirim');
    const { outbox } = view;
    const { lost } = judgeDecisions({ notebook: run.notebook, server: server.decisions, outbox });
    const atRest = view.connection === 'tersambung' && view.inboxComplete && waiting.length === 0;
    const troubles = [
      ...(atRest
        ? []
        : [`not at rest: ${view.session}, ${view.connection}, ${waiting.length} waiting`]),
      ...(view.unreadable > 0 ? [`${view.unreadable} decisions cannot be read`] : []),
      ...findDisagreements(view, server),
    ];
    const isOver = troubles.length === 0 && lost.length === 0;
    if (isOver || performance.now() > until) {
      run.log(`settled: ${view.outbox.length} decisions in the outbox, ${view.usul.length} usul`);
      return { view, server, troubles };
    }
    await pause(60);
  }
}
