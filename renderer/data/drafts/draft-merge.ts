import type { Draft, ShownPlace } from '#renderer/data/schema/rows.ts';
import { warningKey, type Acknowledgement } from '#shared/records/open-warning.ts';
import type { Evidence } from '#shared/workflow/decision.ts';

/**
 * What two windows typed about one usul, together: what changed here since `base` is taken from `mine`, the rest from
 * `theirs`, each verdict by itself; pages seen in either window are seen. Drafts on different versions of the usul are
 * not mixed: a verdict on older values must not slip in, so `mine` stands alone.
 */
export function mergeDrafts(base: Draft, mine: Draft, theirs: Draft | undefined): Draft {
  if (!theirs || theirs.version !== mine.version || theirs.revision !== mine.revision) return mine;
  return {
    ...mine,
    ...mergeChoices(base, mine, theirs),
    note: mine.note === base.note ? theirs.note : mine.note,
    place: mine.place === base.place ? theirs.place : mine.place,
    verdicts: mergeKeys(base.verdicts, mine.verdicts, theirs.verdicts),
    ...mergePlaces(base.places, mine.places, theirs.places),
    ...mergeAcknowledged(base.acknowledged, mine.acknowledged, theirs.acknowledged),
    ...mergeChosenReason(base, mine, theirs),
    evidence: {
      ...mergeKeys(base.evidence, mine.evidence, theirs.evidence),
      ...seenInBoth(mine.evidence, theirs.evidence),
    },
  };
}

/**
 * A decision that comes back to the desk, with what was typed there since, about a newer version of its usul: what was
 * typed stands, what it leaves open is as it was decided, and neither note takes the place of the other.
 */
export function mergeReturned(returned: Draft, typed: Draft | undefined): Draft {
  if (!typed) return returned;
  const untyped = { verdicts: {}, outcome: null, reasons: [], note: '', suggested: false };
  const unseen = {
    evidence: {},
    place: null,
    places: {},
    acknowledged: [],
    deletionReason: undefined,
  };
  const base: Draft = { ...typed, ...untyped, ...unseen };
  const notes = new Set([typed.note, returned.note].filter((note) => note !== ''));
  const merged = mergeDrafts(base, typed, returned);
  return { ...merged, note: [...notes].join('\n') };
}

/** Outcome with its reasons: what a person chose, in either window, beats what only followed from verdicts. */
type Choice = Pick<Draft, 'outcome' | 'reasons' | 'suggested'>;

function mergeChoices(base: Draft, mine: Draft, theirs: Draft): Choice {
  const { outcome, reasons, suggested } = theirs;
  if (sameChoice(mine, base)) return { outcome, reasons, suggested };
  if (mine.suggested || suggested) {
    const chosenThere = !suggested && !sameChoice(theirs, base);
    const taken = mine.suggested && chosenThere ? theirs : mine;
    return { outcome: taken.outcome, reasons: taken.reasons, suggested: taken.suggested };
  }
  return {
    outcome: mine.outcome === base.outcome ? outcome : mine.outcome,
    reasons: sameList(mine.reasons, base.reasons) ? reasons : mine.reasons,
    suggested: false,
  };
}

function sameChoice(a: Choice, b: Choice): boolean {
  return a.outcome === b.outcome && a.suggested === b.suggested && sameList(a.reasons, b.reasons);
}

type Entries<T> = Readonly<Record<string, T>>;

// Entries are replaced, never changed in place: the same object means "not touched here".
function mergeKeys<T>(base: Entries<T>, mine: Entries<T>, theirs: Entries<T>): Record<string, T> {
  const merged = new Map(Object.entries(theirs));
  for (const key of new Set([...Object.keys(base), ...Object.keys(mine)])) {
    const [before, now] = [base[key], mine[key]];
    if (before === now) continue;
    if (now === undefined) merged.delete(key);
    else merged.set(key, now);
  }
  return Object.fromEntries(merged);
}

type Places = Entries<ShownPlace> | undefined;

function mergePlaces(base: Places, mine: Places, theirs: Places): Pick<Draft, 'places'> {
  if (!mine && !theirs) return {};
  return { places: mergeKeys(base ?? {}, mine ?? {}, theirs ?? {}) };
}

type Acknowledged = Draft['acknowledged'];

function mergeAcknowledged(
  base: Acknowledged,
  mine: Acknowledged,
  theirs: Acknowledged,
): Pick<Draft, 'acknowledged'> {
  if (!mine && !theirs) return {};
  const [before, here, there] = [base, mine, theirs].map(byWarning);
  return { acknowledged: Object.values(mergeKeys(before!, here!, there!)) };
}

function mergeChosenReason(base: Draft, mine: Draft, theirs: Draft): Pick<Draft, 'deletionReason'> {
  const touched = mine.deletionReason !== base.deletionReason;
  const deletionReason = touched ? mine.deletionReason : theirs.deletionReason;
  return 'deletionReason' in mine || deletionReason !== undefined ? { deletionReason } : {};
}

function byWarning(acknowledged: Acknowledged = []): Entries<Acknowledgement> {
  return Object.fromEntries(acknowledged.map((one) => [warningKey(one), one]));
}

function seenInBoth(mine: Entries<Evidence>, theirs: Entries<Evidence>): Record<string, Evidence> {
  const both: Record<string, Evidence> = {};
  for (const [sha256, entry] of Object.entries(mine)) {
    const other = theirs[sha256];
    if (!other || other.pageCount !== entry.pageCount) continue;
    const pages = new Set([...entry.pagesSeen, ...other.pagesSeen]);
    both[sha256] = { ...entry, pagesSeen: [...pages].toSorted((a, b) => a - b) };
  }
  return both;
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}
