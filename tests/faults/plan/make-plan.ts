import { makeRandom, type Random } from '#build/demo/random.ts';
import type { DecideOrder } from '#tests/faults/client/driver-contract.ts';
import type { Weather } from '#tests/faults/network/unruly-network.ts';
import type { AsnAction } from '#tests/faults/world/office.ts';
import {
  browserMoments,
  networkFaults,
  serverMoments,
  type BrowserMoment,
  type Restored,
  type ServerMoment,
} from '#tests/faults/plan/fault-kinds.ts';

/** One thing that happens in a seed's day. Durations in milliseconds; `pick` (0..1) chooses an usul. */
export type Act =
  | { readonly kind: 'decide'; readonly order: DecideOrder }
  | { readonly kind: 'reopen' }
  | { readonly kind: 'sync now' }
  | { readonly kind: 'pause'; readonly ms: number }
  | { readonly kind: 'weather'; readonly weather: Weather }
  | { readonly kind: 'reload' }
  | { readonly kind: 'kill browser'; readonly moment: BrowserMoment; readonly afterMs: number }
  | {
      readonly kind: 'kill server';
      readonly moment: ServerMoment;
      readonly afterMs: number;
      readonly downMs: number;
    }
  | { readonly kind: 'back up' }
  | { readonly kind: 'restore'; readonly what: Restored }
  | { readonly kind: 'clock'; readonly shiftMs: number }
  | { readonly kind: 'quota'; readonly space: 'none at the start' | 'none from now on' | 'free' }
  | { readonly kind: 'erase storage'; readonly journalToo: boolean }
  | { readonly kind: 'lose key' }
  | {
      readonly kind: 'asn';
      readonly action: AsnAction;
      readonly pick: number;
      /** Rather the usul that was decided last, if the workflow allows it. */
      readonly ofDecided: boolean;
    };

/** How many usul wait in the office of a seed. */
export const usulPerSeed = 44;
/** How often the person of a seed decides, unless a run asks for shorter days. */
export const decisionsPerSeed = 31;

/** The day of a seed: always the same for the same numbers. */
export function makePlan(seed: number, decisions = decisionsPerSeed): readonly Act[] {
  const random = makeRandom('faults', seed);
  const acts: Act[] = [];
  for (let n = 1; n <= decisions; n += 1) {
    if (n % 6 === 2) acts.push({ kind: 'weather', weather: makeWeather(random) });
    if (random.chance(0.3)) acts.push({ kind: 'pause', ms: random.whole(20, 250) });
    acts.push({ kind: 'decide', order: makeOrder(random, seed, n) });
    if (random.chance(0.08)) acts.push({ kind: 'reopen' });
    // The hold is over and the exchange is woken: it meets the weather while the person goes on.
    if (random.chance(0.2)) acts.push({ kind: 'pause', ms: 160 }, { kind: 'sync now' });
  }
  const day = makeBlows(random).reduce((before, blow) => insert(before, blow, random), acts);
  // By numbers of its own: the days of before stay what they were.
  const ofKey = makeRandom('faults-key', seed);
  return ofKey.chance(0.25) ? insert(day, [{ kind: 'lose key' }], ofKey) : day;
}

function makeOrder(random: Random, seed: number, n: number): DecideOrder {
  const outcomes = [
    ['teruskan', 6],
    ['perbaikan', 3],
    ['tolak', 1],
    ['koordinasi', 1],
  ] as const;
  const outcome = random.weighted(outcomes);
  return { pick: random.fraction(), outcome, note: `seed ${seed} no ${n} ${random.digits(6)}` };
}

function makeWeather(random: Random): Weather {
  const kind = random.weighted([
    ['calm', 1],
    ['down', 2],
    ['mixed', 4],
    ['storm', 3],
  ] as const);
  if (kind === 'calm' || kind === 'down') return { kind };
  return kind === 'mixed'
    ? { kind: 'rough', faults: networkFaults, chance: 0.35 }
    : { kind: 'rough', faults: [random.pick(networkFaults)], chance: 0.7 };
}

/** What befalls PC, server and usul in the day, in any order. */
function makeBlows(random: Random): readonly (readonly Act[])[] {
  const blows: (readonly Act[])[] = [];
  const kills = random.weighted([
    [0, 2],
    [1, 5],
    [2, 3],
  ] as const);
  for (let n = 0; n < kills; n += 1) {
    const moment = random.pick(browserMoments);
    blows.push([{ kind: 'kill browser', moment, afterMs: random.whole(0, 12) }]);
  }
  if (random.chance(0.35)) {
    const moment = random.pick(serverMoments);
    const downMs = random.whole(0, 600);
    blows.push([{ kind: 'kill server', moment, afterMs: random.whole(0, 15), downMs }]);
  }
  if (random.chance(0.25)) blows.push([{ kind: 'reload' }]);
  if (random.chance(0.2)) {
    const days = random.pick([-7300, -400, -1, 1, 400, 7300]);
    blows.push([{ kind: 'clock', shiftMs: days * 86_400_000 }]);
  }
  if (random.chance(0.15)) {
    const space = random.pick(['none at the start', 'none from now on'] as const);
    blows.push([{ kind: 'quota', space }]);
  }
  if (random.chance(0.3)) blows.push([{ kind: 'erase storage', journalToo: false }]);
  for (let n = random.whole(1, 5); n > 0; n -= 1) {
    const action = random.pick(['tarik', 'ajukan_ulang'] as const);
    const ofDecided = action === 'tarik' && random.chance(0.7);
    blows.push([{ kind: 'asn', action, pick: random.fraction(), ofDecided }]);
  }
  if (random.chance(0.3)) blows.push([{ kind: 'back up' }]);
  return blows;
}

/** Puts a blow anywhere but before the first decisions, and what follows from it some acts later. */
function insert(acts: readonly Act[], blow: readonly Act[], random: Random): Act[] {
  const at = random.whole(2, acts.length - 1);
  const { acts: later, after } = consequenceOf(blow, random);
  return [
    ...acts.slice(0, at),
    ...blow,
    ...acts.slice(at, at + after),
    ...later,
    ...acts.slice(at + after),
  ];
}

/** A full disk is emptied again five acts later; a backup is put back later in the day. */
function consequenceOf(
  blow: readonly Act[],
  random: Random,
): { readonly acts: readonly Act[]; readonly after: number } {
  if (blow.some(({ kind }) => kind === 'quota')) {
    return { acts: [{ kind: 'quota', space: 'free' }], after: 5 };
  }
  if (blow.some(({ kind }) => kind === 'back up')) {
    const what = random.pick(['database', 'disk'] as const);
    return { acts: [{ kind: 'restore', what }], after: random.whole(4, 16) };
  }
  return { acts: [], after: 0 };
}

/** An act in a word or two, for the list of a failed seed. */
export function briefly(act: Act): string {
  switch (act.kind) {
    case 'decide':
      return act.order.outcome;
    case 'weather':
      return act.weather.kind === 'rough'
        ? `${act.weather.faults.length === 1 ? act.weather.faults[0] : 'mixed'} weather`
        : `${act.weather.kind} weather`;
    case 'kill browser':
    case 'kill server':
      return `${act.kind} (${act.moment})`;
    case 'quota':
      return `space: ${act.space}`;
    case 'asn':
      return `ASN ${act.action}`;
    case 'clock':
      return `clock ${act.shiftMs / 86_400_000} days off`;
    case 'restore':
      return `restore (${act.what})`;
    case 'pause':
    case 'back up':
    case 'reload':
    case 'reopen':
    case 'sync now':
    case 'erase storage':
    case 'lose key':
      return act.kind;
  }
}
