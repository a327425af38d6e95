import type { NotedDecision, OutboxLine, UsulPlace } from '#tests/faults/client/driver-contract.ts';

/** What the harness wrote down outside the browser while the person worked. */
export interface Notebook {
  /** Every decision that the screen called saved. */
  readonly saved: ReadonlyMap<string, NotedDecision>;
  /** Those that the person took back, as the screen confirmed. */
  readonly withdrawn: ReadonlySet<string>;
  /** Those whose taking back was under way when the PC went off: kept or not, both are right. */
  readonly undecided: ReadonlySet<string>;
  /** Those that came back with a reason and that the person dealt with, seen before the store was taken away. */
  readonly handled: ReadonlySet<string>;
  /** Notes of decisions that reached the journal, where the PC went off before the screen could say so. */
  readonly journalled: ReadonlySet<string>;
  /** Notes of decisions of which the screen said that they are not kept. */
  readonly refused: ReadonlySet<string>;
}

/** Both sides after everything settled. */
export interface Settled {
  readonly notebook: Notebook;
  readonly server: readonly NotedDecision[];
  readonly outbox: readonly OutboxLine[];
}

/** What came of the decisions of a seed; lists of ids. */
export interface Verdict {
  readonly delivered: readonly string[];
  readonly returned: readonly string[];
  /** Saved, not taken back, and neither on the server nor returned with a reason; by its note, if only journalled. */
  readonly lost: readonly string[];
  /** An id or a version of an usul that was decided twice. */
  readonly duplicated: readonly string[];
  /** Taken back, or refused on the screen, and on the server all the same. */
  readonly unwanted: readonly string[];
  /** On the server with other content than the screen showed. */
  readonly altered: readonly string[];
}

/** The whole judgement: set arithmetic, nothing of the engine. */
export function judgeDecisions({ notebook, server, outbox }: Settled): Verdict {
  const onServer = new Map(server.map((decision) => [decision.id, decision]));
  const refused = new Set([
    ...notebook.handled,
    ...outbox
      .filter(({ state, reason }) => state === 'ditolak' && reason !== '')
      .map(({ id }) => id),
  ]);
  const kept = [...notebook.saved.values()].filter(({ id }) => !notebook.withdrawn.has(id));
  const gone = kept.filter(({ id }) => !onServer.has(id) && !refused.has(id));
  const refusedLines = outbox.filter(({ id }) => refused.has(id));
  const settledNotes = new Set([...server, ...refusedLines].map(({ note }) => note));
  return {
    delivered: kept.flatMap(({ id }) => (onServer.has(id) ? [id] : [])),
    returned: kept.flatMap(({ id }) => (refused.has(id) && !onServer.has(id) ? [id] : [])),
    lost: [
      ...gone.flatMap(({ id }) => (notebook.undecided.has(id) ? [] : [id])),
      ...[...notebook.journalled].filter((note) => !settledNotes.has(note)),
    ],
    duplicated: [
      ...repeated(server.map(({ id }) => id)),
      ...repeated(server.map(({ usulId, version }) => `${usulId} v${version}`)),
    ],
    unwanted: server.flatMap(({ id, note }) =>
      notebook.withdrawn.has(id) || notebook.refused.has(note) ? [id] : [],
    ),
    altered: kept.flatMap((decision) => {
      const copy = onServer.get(decision.id);
      return copy && !isSame(copy, decision) ? [decision.id] : [];
    }),
  };
}

/** In what client and server differ; empty when they agree. */
export function findDisagreements(
  client: { readonly usul: readonly UsulPlace[]; readonly outbox: readonly OutboxLine[] },
  server: { readonly usul: readonly UsulPlace[]; readonly decisions: readonly NotedDecision[] },
): readonly string[] {
  const here = new Set(client.usul.map(placeText));
  const there = new Set(server.usul.map(placeText));
  const taken = new Set(server.decisions.map(({ id }) => id));
  return [
    ...[...here].filter((place) => !there.has(place)).map((place) => `only on the PC: ${place}`),
    ...[...there]
      .filter((place) => !here.has(place))
      .map((place) => `only on the server: ${place}`),
    ...client.outbox
      .filter(({ id, state }) => (state === 'terkirim') !== taken.has(id))
      .map(({ id, state }) => `decision ${id} is ${state} on the PC`),
  ];
}

function placeText({ id, revision, version, position }: UsulPlace): string {
  const stage = 'stage' in position ? position.stage : '';
  const end = 'result' in position ? position.result : '';
  return `${id} r${revision} v${version} ${position.kind} ${stage}${end}`;
}

function isSame(one: NotedDecision, other: NotedDecision): boolean {
  return one.usulId === other.usulId && one.version === other.version && one.note === other.note;
}

function repeated(keys: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return keys.filter((key) => seen.size === seen.add(key).size);
}
