import type { LocalDate } from '#shared/kernel/local-date.ts';
import {
  referenceSetIds,
  versionsOf,
  type ReferenceEntry,
  type ReferenceSetId,
  type ReferenceVersion,
} from '#shared/reference/reference-version.ts';
import { shippedSets } from '#shared/reference/shipped-sets.ts';

/**
 * The reference data of this program: what was shipped with it, and over that what its server delivered. It is one for the
 * whole program, as the law is: whoever asks for a code (rules, labels, evidence) does not carry it along.
 */
interface KnownSet {
  /** In force, in their own order. */
  readonly entries: readonly ReferenceEntry[];
  /** Of all versions, so that what was decided under an earlier one can be read; what is in force counts. */
  readonly byId: ReadonlyMap<string, ReferenceEntry>;
}

let known = makeKnown([], null);

/** Puts what was delivered over what was shipped; `today` decides which versions are in force. */
export function useDelivered(versions: readonly ReferenceVersion[], today: LocalDate): void {
  known = makeKnown(versions, today);
}

/** The entries of a set that are in force, in its own order. The same list until something is delivered. */
export function entriesOf(set: ReferenceSetId): readonly ReferenceEntry[] {
  return known.get(set)?.entries ?? [];
}

/** An entry by its id, also one that is in force no more; undefined when the set never had it. */
export function entryOf(set: ReferenceSetId, id: string): ReferenceEntry | undefined {
  return known.get(set)?.byId.get(id);
}

function makeKnown(
  versions: readonly ReferenceVersion[],
  today: LocalDate | null,
): ReadonlyMap<ReferenceSetId, KnownSet> {
  const made = referenceSetIds.map((set): [ReferenceSetId, KnownSet] => {
    const delivered = versionsOf(versions, set);
    const inForce = delivered.findLast(({ validFrom }) => today !== null && validFrom <= today);
    const entries = inForce?.entries ?? shippedSets[set];
    const all = [shippedSets[set], ...delivered.map((one) => one.entries), entries].flat();
    return [set, { entries, byId: new Map(all.map((entry) => [entry.id, entry])) }];
  });
  return new Map(made);
}
