import { statusOf } from '#renderer/core/inbox/inbox-list.ts';
import {
  distanceOf,
  nearlyMatches,
  similarFrom,
  standsThere,
  type Distance,
} from '#renderer/core/inbox/likeness.ts';
import {
  matches,
  parseSearch,
  personKey,
  type PersonKey,
} from '#renderer/core/inbox/search-key.ts';
import type { DeadlineRange, InboxFilter, InboxMark } from '#renderer/core/inbox/inbox-query.ts';
import type { InboxRow } from '#renderer/core/inbox/inbox-contract.ts';
import { addDays, type LocalDate } from '#shared/kernel/local-date.ts';

/** Gives what the search knows of a row's person. */
export type KeyOf = (row: InboxRow) => PersonKey;

/** What a search finds, and how far each is from what was typed. */
export type Found = ReadonlyMap<InboxRow, Distance>;

// Nobody reads the order of more: a letter or two is on its way to a name, and the next key must not wait.
const rankedUpTo = 5_000;

/**
 * The rows that the search finds among all of the inbox; null when nothing is searched. Rows that hold what was typed,
 * spelling aside, leave out those that only come near it: a typing error is looked for when nothing else is found.
 */
export function searchRows(
  rows: readonly InboxRow[],
  search: string,
  keyOf: KeyOf = personKey,
): Found | null {
  const wanted = parseSearch(search);
  if (!wanted) return null;
  const found: InboxRow[] = [];
  const near: InboxRow[] = [];
  for (const row of rows) {
    const key = keyOf(row);
    if (matches(key, wanted)) found.push(row);
    else if (found.length === 0 && nearlyMatches(key, wanted)) near.push(row);
  }
  const hits = found.length > 0 ? found : near;
  const distance = (row: InboxRow): Distance => {
    const key = keyOf(row);
    if (hits.length <= rankedUpTo) return distanceOf(key, wanted);
    return standsThere(key, wanted) ? 0 : similarFrom;
  };
  return new Map(hits.map((row) => [row, distance(row)]));
}

/** How many of the rows are only similar to what is searched. */
export function countSimilar(rows: readonly InboxRow[], found: Found | null): number {
  if (!found) return 0;
  return rows.filter((row) => (found.get(row) ?? 0) >= similarFrom).length;
}

/**
 * The rows that a filter lets through, in the order given; where something is searched the most alike come first. `found`
 * is what its search finds (see `searchRows`).
 */
export function filterRows(
  rows: readonly InboxRow[],
  filter: InboxFilter,
  today: LocalDate,
  found: Found | null = searchRows(rows, filter.search),
): readonly InboxRow[] {
  const tests = [
    found && ((row: InboxRow) => found.has(row)),
    among(filter.statuses, statusOf),
    among(filter.recordTypes, (row) => row.recordType),
    among(filter.kinds, (row) => row.kind),
    among(filter.unorIds, (row) => row.unorId),
    among(filter.nip === '' ? [] : [filter.nip], (row) => row.nip),
    dueWithin(filter.deadlines, today),
    ...markTests(filter.marks),
    whose(filter),
  ].filter((test) => test !== null);
  const kept = rows.filter((row) => tests.every((test) => test(row)));
  return found ? kept.toSorted((a, b) => (found.get(a) ?? 0) - (found.get(b) ?? 0)) : kept;
}

/** Whether the rules, or what was read in its documents, say something that deserves a second look. */
export function isSuspicious({
  findings,
  documentFindings,
}: Pick<InboxRow, 'findings' | 'documentFindings'>): boolean {
  return findings.galat + findings.peringatan + documentFindings > 0;
}

type Test = (row: InboxRow) => boolean;

function among<T>(values: readonly T[], of: (row: InboxRow) => T): Test | null {
  if (values.length === 0) return null;
  const set = new Set(values);
  return (row) => set.has(of(row));
}

function dueWithin(ranges: readonly DeadlineRange[], today: LocalDate): Test | null {
  if (ranges.length === 0) return null;
  const past = ranges.includes('lewat');
  // The longer range holds the shorter.
  const ahead = ranges.includes('tujuh_hari') ? 7 : 2;
  const last = ranges.some((range) => range !== 'lewat') ? addDays(today, ahead) : '';
  return ({ deadline }) => (deadline < today ? past : deadline <= last);
}

// Marks are different properties and must all hold, except the two about findings: both together mean either.
function markTests(marks: readonly InboxMark[]): readonly Test[] {
  const chosen = new Set(marks);
  const either = chosen.has('peringatan') && chosen.has('tanpa_peringatan');
  const tests: Record<InboxMark, Test> = {
    peringatan: (row) => either || isSuspicious(row),
    tanpa_peringatan: (row) => either || !isSuspicious(row),
    konsep: (row) => row.hasDraft,
    dikembalikan: (row) => row.round !== 'baru',
    milik_rekan: () => true,
    semua_petugas: () => true,
  };
  return [...chosen].map((mark) => tests[mark]);
}

/** Of what colleagues have nothing, unless it is asked for. */
function whose({ marks, search, nip }: InboxFilter): Test | null {
  if (marks.includes('semua_petugas')) return null;
  if (marks.includes('milik_rekan')) return (row) => row.colleagues;
  return search === '' && nip === '' ? (row) => !row.colleagues : null;
}
