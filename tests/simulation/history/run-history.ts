import { makeRandom, type Random } from '#build/demo/random.ts';
import { events, type HistoryEvent } from '#tests/simulation/history/events.ts';
import { World, type Counts, type Flaws } from '#tests/simulation/history/world.ts';
import { judge, type Violation } from '#tests/simulation/oracle.ts';
import type { Device } from '#tests/simulation/world/device.ts';

/** How a history ended. */
export interface HistoryResult {
  readonly seed: number;
  /** Every promise that did not hold; empty when all did. */
  readonly violations: readonly Violation[];
  /** What happened, step by step. */
  readonly trace: readonly string[];
  readonly counts: Counts;
  readonly decisions: {
    readonly saved: number;
    readonly taken: number;
    readonly returned: number;
    readonly takenBack: number;
  };
}

/** Which history to run: `steps` leaves out all others of its plan (each is drawn by itself, so the rest stays as it was). */
export interface HistoryChoice {
  readonly seed: number;
  readonly flaws?: Flaws;
  readonly steps?: readonly number[];
}

const exchangeWeight = 34;
const calm = 0;
const rough = 0.35;

/** The numbers of the steps in the plan of a history. */
export function planOf(seed: number): number[] {
  const length = makeRandom('panjang', seed).whole(15, 45);
  return Array.from({ length }, (_, index) => index);
}

/** Lives through a history, lets everything heal, and judges. */
export async function runHistory(choice: HistoryChoice): Promise<HistoryResult> {
  const { seed, flaws } = choice;
  const world = new World(seed, flaws);
  let violations: Violation[];
  try {
    await begin(world);
    for (const step of choice.steps ?? planOf(seed)) await take(world, makeRandom(seed, step));
    violations = [...(await heal(world)), ...(await judgeWorld(world))];
  } catch (cause) {
    // Nothing that happens here may surprise the application: an exception is a bug of it or of the simulation.
    const line = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
    violations = [{ kind: 'exception', line }];
  } finally {
    for (const device of world.devices) device.close();
  }
  const { trace, counts } = world;
  return { seed, violations, trace, counts, decisions: countDecisions(world) };
}

/** Three usul, so that everybody wants the same, and everybody at work. */
async function begin(world: World): Promise<void> {
  for (let made = 0; made < 3; made += 1) world.submitUsul();
  for (const device of world.devices) {
    await world.signIn(device);
    if (world.random.chance(0.8)) await device.exchange(true);
  }
}

async function take(world: World, random: Random): Promise<void> {
  world.counts.steps += 1;
  world.now += random.whole(1, 4_000);
  world.random = random;
  const device = random.pick(world.devices);
  const event = random.weighted([
    [exchangeEvent, exchangeWeight],
    ...events.map((one) => [one, one.weight] as const),
  ]);
  await happen(world, random, event, device);
}

async function happen(
  world: World,
  random: Random,
  event: HistoryEvent,
  at: Device,
): Promise<void> {
  const line = world.trace.push(`${at.name}: ${event.name}`) - 1;
  const powerCutAfter = random.chance(0.12) ? random.whole(1, 40) : null;
  const lived = await at.live(async () => {
    world.trace[line] += ` ${await event.run(world, random, at)}`;
  }, powerCutAfter);
  if (lived === 'selesai') return;
  world.count('listrik_padam');
  world.trace[line] += ' (listrik padam)';
}

const exchangeEvent: HistoryEvent = {
  name: 'sinkron',
  weight: exchangeWeight,
  run: async (world, random, at) => {
    if (at.syncing) return 'sedang berjalan';
    world.counts.exchanges += 1;
    const before = { roughness: world.roughness, meanwhile: world.meanwhile };
    world.roughness = random.chance(0.6) ? rough : calm;
    world.meanwhile = () => interlude(world, random);
    try {
      const done = await at.exchange(random.chance(0.5));
      return done.ok ? 'selesai' : done.error.kind;
    } finally {
      world.roughness = before.roughness;
      world.meanwhile = before.meanwhile;
    }
  },
};

/** Up to three things that happen while a call of an exchange is on its way; nothing interrupts those. */
async function interlude(world: World, random: Random): Promise<void> {
  const { meanwhile } = world;
  world.meanwhile = () => Promise.resolve();
  const count = random.whole(1, 3);
  for (let done = 0; done < count; done += 1) {
    world.trace.push('    sementara itu:');
    const choices = [exchangeEvent, ...events].map((one) => [one, one.weight] as const);
    await happen(world, random, random.weighted(choices), random.pick(world.devices));
  }
  world.meanwhile = meanwhile;
}

/** Good weather for long enough: whatever can arrive, arrives. Violations when it does not end. */
async function heal(world: World): Promise<Violation[]> {
  world.trace.push('semua pulih');
  world.roughness = calm;
  for (const arrive of world.late.splice(0)) arrive();
  for (const device of world.devices) {
    device.online = true;
    // The next morning: what only a start puts right is right after it.
    if (world.random.chance(0.4)) await device.restart();
  }
  // Twice: what the first round brings from one PC must reach the others. A clock that was set back holds a decision for
  // up to twice as long.
  for (let round = 0; round < 2; round += 1) {
    world.now += 2 * world.holdMs + 1_000;
    for (const device of world.devices) {
      const trouble = await settle(world, device);
      if (trouble) {
        const line = `${device.name} does not come to rest: ${trouble}`;
        return [{ kind: 'disagreed', line }];
      }
    }
  }
  return [];
}

async function settle(world: World, device: Device): Promise<string | null> {
  let trouble = '';
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const done = await device.exchange(true);
    if (done.ok) return null;
    trouble = done.error.kind;
    if (device.asksToSignIn) await world.signIn(device);
  }
  return trouble;
}

async function judgeWorld(world: World): Promise<Violation[]> {
  const pcs = [];
  for (const device of world.devices) {
    const { name, notebook } = device;
    pcs.push({ name, notebook, screen: await device.screen() });
  }
  const taken = world.server.taken.map(({ payload }) => payload);
  return judge({ taken, inScope: world.inScope() }, pcs);
}

function countDecisions({ devices, server }: World): HistoryResult['decisions'] {
  const saved = devices.flatMap(({ notebook }) => [...notebook.saved.keys()]).length;
  const takenBack = devices.flatMap(({ notebook }) => [...notebook.takenBack]).length;
  const taken = server.taken.length;
  return { saved, taken, takenBack, returned: saved - takenBack - taken };
}
