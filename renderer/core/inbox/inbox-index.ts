import { personKey, soundOf, type PersonKey } from '#renderer/core/inbox/search-key.ts';
import type {
  DocumentFinding,
  DocumentFindingCounts,
} from '#renderer/core/evidence/document-findings.ts';
import type { InboxRow, ListLoading } from '#renderer/core/inbox/inbox-contract.ts';
import { isTaking } from '#renderer/data/assignment/taken-here.ts';
import type { ListArrival } from '#renderer/data/feed/list-arrival.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { UsulPosition } from '#shared/records/usul.ts';
import { barredInstead, isColleagues } from '#shared/workflow/assignment/may-decide.ts';
import type { TableChange } from '#renderer/data/live/follow-table.ts';
import type { DecisionEntry } from '#renderer/data/schema/rows.ts';
import type { CommandMark, DocumentRow, UsulRow } from '#renderer/data/schema/stored-rows.ts';

type LocalDecision = Pick<CommandMark, 'id' | 'state'> & {
  readonly usulId: string;
  readonly version: number;
  readonly handled: boolean;
};

/** What whoever sits here does with an usul of the employee with this NIP, at this position. */
export type TaskAt = (position: UsulPosition, nip: string) => Pick<InboxRow, 'task' | 'own'>;

/** The inbox in memory: each source changes only the rows that it concerns. */
export class InboxIndex {
  readonly #taskAt: TaskAt;
  readonly #today: () => LocalDate;
  readonly #sources = new Map<string, UsulRow>();
  readonly #rows = new Map<string, InboxRow>();
  readonly #keys = new Map<string, PersonKey>();
  readonly #usulOfSha = new Map<string, Set<string>>();
  readonly #shasHere = new Set<string>();
  readonly #decisions = new Map<string, LocalDecision>();
  readonly #takenBack = new Set<string>();
  // By command that takes an usul and is not delivered yet: the usul.
  readonly #taking = new Map<string, string>();
  readonly #decisionsOfUsul = new Map<string, Map<string, LocalDecision>>();
  readonly #intern = remembering((text) => text);
  readonly #sound = remembering(soundOf);
  #drafts: ReadonlySet<string> = new Set();
  #findings: DocumentFindingCounts = new Map();
  #arrival: ListArrival = { whole: false, toCome: null };
  // Each source speaks of every row in the beginning: rows are made once, when somebody asks for them.
  #asked = false;

  constructor(taskAt: TaskAt, today: () => LocalDate) {
    this.#taskAt = taskAt;
    this.#today = today;
  }

  rows(): readonly InboxRow[] {
    if (!this.#asked) {
      this.#asked = true;
      for (const usulId of this.#sources.keys()) this.#refresh(usulId);
    }
    return [...this.#rows.values()];
  }

  /** The rows in the order of `before` as far as they are in it, then those that came since. */
  rowsAfter(before: readonly InboxRow[]): readonly InboxRow[] {
    if (before.length === 0) return this.rows();
    const known = before.map(({ id }) => this.#rows.get(id)).filter((row) => row !== undefined);
    if (known.length === this.#rows.size) return known;
    const listed = new Set(known);
    return [...known, ...this.rows().filter((row) => !listed.has(row))];
  }

  /** Worked out when it is asked for first: the list is on the screen before anybody searches. */
  personKey(row: InboxRow): PersonKey {
    const known = this.#keys.get(row.id);
    if (known) return known;
    const key = personKey(row, this.#sound);
    if (this.#rows.get(row.id) === row) this.#keys.set(row.id, key);
    return key;
  }

  /** Works out the keys of at most so many rows that have none yet; false when none is left. */
  prepareKeys(atMost: number): boolean {
    let made = 0;
    for (const row of this.#rows.values()) {
      if (this.#keys.has(row.id)) continue;
      if (made === atMost) return true;
      this.personKey(row);
      made += 1;
    }
    return false;
  }

  /** How far the list has come; null when it is whole. */
  loading(): ListLoading | null {
    const { whole, toCome } = this.#arrival;
    if (whole) return null;
    const here = this.#sources.size;
    return { here, of: toCome === null ? null : here + toCome };
  }

  changeUsul({ rows, removed, arrival }: TableChange<UsulRow>): void {
    this.#arrival = arrival ?? this.#arrival;
    for (const usulId of removed) this.#forget(usulId);
    for (const source of rows) {
      this.#forget(source.id);
      this.#sources.set(source.id, source);
      for (const sha256 of source.shas) {
        const users = this.#usulOfSha.get(sha256) ?? new Set();
        this.#usulOfSha.set(sha256, users.add(source.id));
      }
      this.#refresh(source.id);
    }
  }

  changeDocuments({ rows, removed }: TableChange<DocumentRow>): void {
    for (const sha256 of removed) this.#setDocument(sha256, false);
    for (const row of rows) this.#setDocument(row.sha256, row.state === 'ada');
  }

  changeDecisions({ rows, removed }: TableChange<CommandMark>): void {
    for (const id of removed) {
      this.#takenBack.delete(id);
      this.#setDecision(id, null);
      this.#setTaking(id, null);
    }
    for (const row of rows) {
      // What was taken back here may be told of late, before it is told to be gone.
      if (!this.#takenBack.has(row.id)) this.#setDecision(row.id, localDecision(row));
      const isOnItsWay = row.state === 'menunggu' || row.state === 'mengirim';
      if (isTaking(row)) this.#setTaking(row.id, isOnItsWay ? row.usulId : null);
    }
  }

  /** A decision that this window has just stored; the database says the same a moment later. */
  addDecision({ decision: { id, usulId, version } }: DecisionEntry): void {
    this.#setDecision(id, { id, usulId, state: 'menunggu', version, handled: false });
  }

  /** A decision that this window has just taken back. */
  removeDecision(id: string): void {
    this.#takenBack.add(id);
    this.#setDecision(id, null);
  }

  /** What documents say against their usul; true when a row says something else than before. */
  changeDocumentFindings(counts: DocumentFindingCounts): boolean {
    this.#findings = counts;
    let changed = false;
    for (const [usulId, found] of counts) {
      const row = this.#rows.get(usulId);
      if (!row || row.documentFindings === countOf(found, row.version)) continue;
      this.#refresh(usulId);
      changed = true;
    }
    return changed;
  }

  changeDrafts(usulIds: ReadonlySet<string>): void {
    const before = this.#drafts;
    this.#drafts = usulIds;
    for (const usulId of new Set([...before, ...usulIds])) {
      if (before.has(usulId) !== usulIds.has(usulId)) this.#refresh(usulId);
    }
  }

  #forget(usulId: string): void {
    const source = this.#sources.get(usulId);
    if (!source) return;
    for (const sha256 of source.shas) {
      const users = this.#usulOfSha.get(sha256);
      users?.delete(usulId);
      if (users?.size === 0) this.#usulOfSha.delete(sha256);
    }
    for (const map of [this.#sources, this.#rows, this.#keys]) map.delete(usulId);
  }

  #setDocument(sha256: string, here: boolean): void {
    if (this.#shasHere.has(sha256) === here) return;
    if (here) this.#shasHere.add(sha256);
    else this.#shasHere.delete(sha256);
    for (const usulId of this.#usulOfSha.get(sha256) ?? []) this.#refresh(usulId);
  }

  #setDecision(id: string, decision: LocalDecision | null): void {
    const usulId = decision?.usulId ?? this.#decisions.get(id)?.usulId;
    if (usulId === undefined) return;
    const ofUsul = this.#decisionsOfUsul.get(usulId) ?? new Map<string, LocalDecision>();
    this.#decisionsOfUsul.set(usulId, ofUsul);
    for (const map of [ofUsul, this.#decisions]) {
      if (decision) map.set(id, decision);
      else map.delete(id);
    }
    this.#refresh(usulId);
  }

  #setTaking(id: string, usulId: string | null): void {
    const before = this.#taking.get(id);
    if (usulId === null) this.#taking.delete(id);
    else this.#taking.set(id, usulId);
    for (const changed of [before, usulId]) if (changed) this.#refresh(changed);
  }

  /** What is done with it here: nothing of what a colleague has, or somebody else must decide. */
  #standing({
    id,
    position,
    listing,
    assigned,
    decidedByYou,
    actingFor,
  }: UsulRow): Pick<InboxRow, 'task' | 'own' | 'colleagues' | 'barred'> {
    const { task, own } = this.#taskAt(position, listing.nip);
    if (task !== 'decide') return { task, own, colleagues: false, barred: false };
    const today = this.#today();
    const barred = decidedByYou === true || barredInstead(actingFor, today) !== undefined;
    const isTakenHere = [...this.#taking.values()].includes(id);
    const colleagues = barred || (isColleagues(assigned, today) && !isTakenHere);
    return { task: colleagues ? 'follow' : task, own, colleagues, barred };
  }

  #refresh(usulId: string): void {
    const source = this.#sources.get(usulId);
    if (!source || !this.#asked) return;
    const { listing, shas, id, revision, version, recordType, kind, position } = source;
    this.#rows.set(usulId, {
      id,
      revision,
      version,
      recordType,
      kind,
      position,
      ...this.#standing(source),
      nama: listing.nama,
      nip: listing.nip,
      unorId: source.unorId,
      unorNama: this.#intern(listing.unorNama),
      deadline: source.deadline,
      submittedAt: source.submittedAt,
      round: source.round,
      findings: source.findings,
      documentFindings: countOf(this.#findings.get(usulId), version),
      unread: source.unread ?? 0,
      documentsReady: shas.every((sha256) => this.#shasHere.has(sha256)),
      hasDraft: this.#drafts.has(usulId),
      decided: decidedState(version, this.#decisionsOfUsul.get(usulId)),
    });
  }
}

// A command that judges no usul changes nothing in the inbox.
function localDecision({
  id,
  usulId,
  state,
  version,
  progress,
}: CommandMark): LocalDecision | null {
  if (usulId === null || version === null) return null;
  const handled = progress.kind === 'ditolak' && progress.handled.kind !== 'belum';
  return { id, usulId, state, version, handled };
}

// A refusal counts until a person dealt with it, whatever the version: it asks for action. Else only a decision on this version.
function decidedState(
  version: number,
  decisions: ReadonlyMap<string, LocalDecision> | undefined,
): InboxRow['decided'] {
  let state: InboxRow['decided'] = null;
  for (const decision of decisions?.values() ?? []) {
    if (decision.state === 'ditolak') {
      if (!decision.handled) state ??= 'ditolak';
    } else if (decision.version === version) {
      state = decision.state;
    }
  }
  return state;
}

function countOf(found: DocumentFinding | undefined, version: number): number {
  return found?.version === version ? found.count : 0;
}

// 40,000 rows name a few hundred units and a few thousand names: each is kept, and worked out, once.
function remembering(work: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const kept = known.get(text);
    if (kept !== undefined) return kept;
    const made = work(text);
    known.set(text, made);
    return made;
  };
}
