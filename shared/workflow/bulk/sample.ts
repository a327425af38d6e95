import type { BulkPolicy } from '#shared/workflow/bulk/bulk-policy.ts';

/**
 * How many usul of one verifikator there are to draw from, and how many times as many as usual are drawn, because his or her
 * work was found at fault in a sample before.
 */
export interface Stratum {
  readonly count: number;
  readonly factor: number;
}

/** An usul that may be drawn. `drawnBefore`: it was, in this revision, in a batch before. */
export interface Drawable {
  readonly id: string;
  readonly verifikatorId: string;
  readonly drawnBefore: boolean;
}

/** A whole number from 0 to below `below`, each as likely as any other. */
export type RandomBelow = (below: number) => number;

/** No sample is raised more than so many times. */
export const highestFactor = 8;

/** The factor of a verifikator after a fault was found in his or her part of a sample. */
export function factorAfterFault(factor: number): number {
  return Math.min(highestFactor, factor * 2);
}

/** The factor after a batch with a part of his or hers was found clean: it falls more slowly than it rose. */
export function factorAfterClean(factor: number): number {
  return Math.max(1, factor - 1);
}

/**
 * How many to draw of each verifikator's part: of the whole the policy's share, and its least number; of each part what it is
 * of the whole, and one at least, times its factor; never more than there are.
 */
export function sampleSizes(
  strata: ReadonlyMap<string, Stratum>,
  { percent, least }: Pick<BulkPolicy, 'percent' | 'least'>,
): ReadonlyMap<string, number> {
  const whole = [...strata.values()].reduce((sum, { count }) => sum + count, 0);
  const wanted = Math.min(whole, Math.max(least, Math.ceil((whole * percent) / 100)));
  return new Map(
    [...strata].map(([verifikatorId, { count, factor }]) => {
      const share = whole === 0 ? 0 : Math.ceil((wanted * count) / whole);
      return [verifikatorId, Math.min(count, Math.max(1, share) * factor)];
    }),
  );
}

/**
 * Draws the sample of a selection. What was drawn before is drawn again, beside a whole sample of the others: whoever gives a
 * batch up and selects anew neither gets rid of what was drawn nor meets only what he or she has looked at already.
 */
export function drawSample(
  items: readonly Drawable[],
  factors: ReadonlyMap<string, number>,
  policy: Pick<BulkPolicy, 'percent' | 'least'>,
  random: RandomBelow,
): ReadonlySet<string> {
  const fresh = new Map<string, string[]>();
  for (const { id, verifikatorId, drawnBefore } of items) {
    if (!drawnBefore) fresh.set(verifikatorId, [...(fresh.get(verifikatorId) ?? []), id]);
  }
  const strata = new Map(
    [...fresh].map(([verifikatorId, { length: count }]) => {
      const factor = factors.get(verifikatorId) ?? 1;
      return [verifikatorId, { count, factor }] as const;
    }),
  );
  const drawn = items.filter((item) => item.drawnBefore).map(({ id }) => id);
  for (const [verifikatorId, size] of sampleSizes(strata, policy)) {
    drawn.push(...drawSome(fresh.get(verifikatorId) ?? [], size, random));
  }
  return new Set(drawn);
}

/** So many of these, none twice (Fisher and Yates). */
export function drawSome<T>(from: readonly T[], size: number, random: RandomBelow): readonly T[] {
  const left = [...from];
  const wanted = Math.min(size, left.length);
  for (let at = 0; at < wanted; at += 1) {
    const other = at + random(left.length - at);
    [left[at], left[other]] = [left[other]!, left[at]!];
  }
  return left.slice(0, wanted);
}

/**
 * The smallest share of faults, in percent, that a clean sample of so many would have met with 95 % confidence: above it, no
 * fault among them would be less likely than one in twenty.
 */
export function faultShareFound(size: number): number {
  if (size < 1) return 100;
  // 29 and 59 are the counts for 10 % and 5 %, by this very formula; the last digit is noise.
  const percent = (1 - 0.05 ** (1 / size)) * 100;
  return Math.ceil(Number(percent.toFixed(6)));
}
