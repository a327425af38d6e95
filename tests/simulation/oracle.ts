import { canonicalJson } from '#server/store/canonical-json.ts';
import type { Screen } from '#tests/simulation/world/device.ts';
import type { Notebook } from '#tests/simulation/world/notebook.ts';
import type { Decision } from '#shared/workflow/decision.ts';
import type { Usul } from '#shared/records/usul.ts';

/** A PC at the end: what its person would swear to, and what stands on the screen. */
export interface JudgedPc {
  readonly name: string;
  readonly notebook: Notebook;
  readonly screen: Screen;
}

/** What the server has at the end: every decision that it took in, in order, and what lives in the scope of the PCs. */
export interface JudgedServer {
  readonly taken: readonly Decision[];
  readonly inScope: readonly Usul[];
}

/** A promise that did not hold: a decision or something typed is gone, counts twice, or both sides do not agree. */
export interface Violation {
  readonly kind: 'lost' | 'doubled' | 'disagreed' | 'exception';
  readonly line: string;
}

/**
 * Whether the promises of design.md section 5 held, by comparing sets: one line for each that did not. It knows nothing
 * of how anything works.
 */
export function judge({ taken, inScope }: JudgedServer, pcs: readonly JudgedPc[]): Violation[] {
  const takenIds = taken.map(({ id }) => id);
  const saved = pcs.flatMap(({ notebook }) => [...notebook.saved.keys()]);
  return [
    ...told('doubled', 'taken in twice', repeated(takenIds)),
    ...told(
      'doubled',
      'taken in on one version',
      repeated(taken.map((one) => `${one.usulId}@${one.version}`)),
    ),
    ...told('disagreed', 'taken in, never saved by anybody', minus(takenIds, saved)),
    ...pcs.flatMap(({ name, notebook, screen }) =>
      [
        ...judgeDecisions(taken, notebook, screen),
        ...told('lost', 'typed and gone', minus(typedIn(notebook), shownDrafts(screen))),
        ...told(
          'disagreed',
          'in the list, not on the server',
          minus(places(screen.usul), places(inScope)),
        ),
        ...told(
          'disagreed',
          'on the server, not in the list',
          minus(places(inScope), places(screen.usul)),
        ),
      ].map(({ kind, line }) => ({ kind, line: `${name}: ${line}` })),
    ),
  ];
}

function judgeDecisions(
  taken: readonly Decision[],
  notebook: Notebook,
  screen: Screen,
): Violation[] {
  const takenIds = taken.map(({ id }) => id);
  const saved = [...notebook.saved.keys()];
  const takenBack = [...notebook.takenBack];
  const dealtWith = [...notebook.dealtWith];
  const inState = (kind: string): string[] =>
    screen.outbox.filter(({ state }) => state.kind === kind).map(({ decision }) => decision.id);
  const returned = inState('ditolak');
  const mute = screen.outbox.filter(
    ({ state }) => state.kind === 'ditolak' && !state.error.message,
  );
  const made = texts([...notebook.saved.values()]);
  const shown = screen.outbox.map(({ decision }) => decision);
  const mine = taken.filter(({ id }) => notebook.saved.has(id));
  return [
    ...told('lost', 'lost', minus(saved, takenBack, takenIds, returned, dealtWith)),
    ...told('lost', 'waits though all is well', [...inState('menunggu'), ...inState('mengirim')]),
    ...told('doubled', 'taken in though taken back', both(takenIds, takenBack)),
    ...told('doubled', 'returned though taken in', both(returned, takenIds)),
    ...told('lost', 'shown as sent, not taken in', minus(inState('terkirim'), takenIds)),
    ...told(
      'lost',
      'returned without a reason',
      mute.map(({ decision }) => decision.id),
    ),
    ...told('disagreed', 'not what was decided', minus(texts([...shown, ...mine]), made)),
  ];
}

const texts = (decisions: readonly Decision[]): string[] =>
  decisions.map((one) => canonicalJson(one));
const places = (usul: Screen['usul']): string[] =>
  usul.map((one) => JSON.stringify([one.id, one.revision, one.version, one.position]));
const typedIn = ({ typed }: Notebook): string[] =>
  [...typed].flatMap(([usulId, notes]) => notes.map((note) => `${usulId} ${note}`));
const shownDrafts = ({ drafts }: Screen): string[] =>
  drafts.flatMap(({ usulId, note }) => note.split('\n').map((line) => `${usulId} ${line}`));

const minus = (from: readonly string[], ...others: readonly (readonly string[])[]): string[] =>
  from.filter((one) => !others.some((other) => other.includes(one)));
const both = (a: readonly string[], b: readonly string[]): string[] =>
  a.filter((one) => b.includes(one));
const repeated = (all: readonly string[]): string[] =>
  all.filter((one, index) => all.indexOf(one) !== index);
const told = (kind: Violation['kind'], what: string, which: readonly string[]): Violation[] =>
  which.map((one) => ({ kind, line: `${what}: ${one}` }));
