import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { projectRoot } from '#build/project-root.ts';
import { checkImports, sourceFiles, type ImportReport } from '#build/quality/check-imports.ts';
import { layers } from '#build/quality/import-layers.ts';
import { sourceFolders } from '#build/quality/import-rules.ts';

// That this work tree keeps the rules, and that the checker saw all of it, is one of the checks of `npm test`.

/** A small project of the same layout, in which rules are broken, each by files of its own. */
let root: string;

function plant(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
}

beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), 'meja-architecture-'));
  cpSync(path.join(projectRoot, 'package.json'), path.join(root, 'package.json'));
  symlinkSync(path.join(projectRoot, 'node_modules'), path.join(root, 'node_modules'), 'junction');
  for (const folder of sourceFolders) mkdirSync(path.join(root, folder));
  plant('shared/kernel/one.ts', 'export const one = 1;');
  plant('renderer/features/inbox/list.tsx', 'export const List = () => <p>1</p>;');
  plant('renderer/features/inbox/inbox-screen.tsx', 'export const InboxScreen = () => <p>1</p>;');
  plant('renderer/workers/sync/client.ts', 'export const client = 1;');
  plant('renderer/workers/sync/worker.ts', 'export const worker = 1;');
  plant('server/app/start.ts', 'export const start = 1;');
  plant('server/session/session.ts', 'export const session = 1;');
  plant('server/handover/handover.ts', 'export const handover = 1;');
  plant('build/demo/demo.ts', 'export const demo = 1;');
  plant('build/start/start.ts', 'export const start = 1;');
  plant('tests/support/builder.ts', 'export const builder = 1;');
  plant('tests/integration/flow.ts', 'export const flow = 1;');
});

afterAll(() => {
  rmSync(root, { recursive: true });
});

test('no two folders may import each other, by whatever way', () => {
  expect(layers.filter(({ folder }) => reachableFrom(folder).has(folder))).toEqual([]);
});

/** Other layers that a layer may import, and what those may. A layer inside another one is a part of it. */
function reachableFrom(start: string): ReadonlySet<string> {
  const reached = new Set<string>();
  const open = [start];
  for (const folder of open) {
    const { mayImport } = layers.find((layer) => layer.folder === folder)!;
    const next = layers
      .map((layer) => layer.folder)
      .filter((other) => !isWithin(other, folder) && !isWithin(folder, other))
      .filter((other) => mayImport.some((pattern) => new RegExp(pattern).test(`${other}/`)))
      .filter((other) => !reached.has(other));
    for (const other of next) reached.add(other);
    open.push(...next);
  }
  return reached;
}

function isWithin(folder: string, other: string): boolean {
  return `${folder}/`.startsWith(`${other}/`);
}

/** What breaks a rule: file, its text, the rule. */
const broken: readonly (readonly [name: string, file: string, text: string, rule: string])[] = [
  [
    'a layer reaching up',
    'shared/kernel/two.ts',
    "export { client } from '#renderer/workers/sync/client.ts';",
    'layer shared/kernel',
  ],
  [
    'a type import counts too',
    'server/app/x.ts',
    "import type { client } from '#renderer/workers/sync/client.ts'; export type X = typeof client;",
    'layer server/app',
  ],
  [
    'a capability of the server reaching for its composition',
    'server/feed/x.ts',
    "export { start } from '#server/app/start.ts';",
    'layer server/feed',
  ],
  [
    'a mechanism of the server knowing a capability',
    'server/http/x.ts',
    "export { session } from '#server/session/session.ts';",
    'layer server/http',
  ],
  [
    'a capability of the server using one that uses it',
    'server/session/x.ts',
    "export { handover } from '#server/handover/handover.ts';",
    'layer server/session',
  ],
  [
    'the server loading the maker of the demonstration',
    'server/app/demo.ts',
    "export { demo } from '#build/demo/demo.ts';",
    'layer server/app',
  ],
  [
    "the demonstration's maker reaching into other build scripts",
    'build/demo/x.ts',
    "export { start } from '#build/start/start.ts';",
    'layer build/demo',
  ],
  [
    'a feature importing a feature',
    'renderer/features/outbox/screen.tsx',
    "import { List } from '#renderer/features/inbox/list.tsx'; export const Screen = () => <List />;",
    'features never import features',
  ],
  [
    'a part of the interface saying the words of a feature',
    'renderer/ui/parts/search.tsx',
    "import { List } from '#renderer/features/inbox/list.tsx'; export const Search = () => <List />;",
    'layer renderer/ui',
  ],
  [
    'what features agree on knowing one of them',
    'renderer/frame/ways.ts',
    "export { List } from '#renderer/features/inbox/list.tsx';",
    'layer renderer/frame',
  ],
  [
    'a feature that brings its screen along when it declares itself',
    'renderer/features/inbox/feature.ts',
    "export { InboxScreen } from '#renderer/features/inbox/inbox-screen.tsx';",
    'screens come when they are needed',
  ],
  [
    'routes outside the registry',
    'renderer/desk/shell/go.ts',
    "import { navigate } from 'wouter/use-hash-location'; export const go = navigate;",
    'library wouter belongs to renderer/desk/registry',
  ],
  [
    'a store reaching into a worker',
    'renderer/core/store.ts',
    "export { worker } from '#renderer/workers/sync/worker.ts';",
    'layer renderer/core',
  ],
  [
    'product code importing a test',
    'renderer/desk/main.tsx',
    "export { builder } from '#tests/support/builder.ts';",
    'nothing imports tests',
  ],
  [
    'a unit test importing a test of another kind',
    'renderer/core/store.test.ts',
    "export { flow } from '#tests/integration/flow.ts';",
    'unit tests share builders and fakes only',
  ],
  [
    'a library outside its folder',
    'renderer/features/inbox/query.ts',
    "import { Dexie } from 'dexie'; export const database = Dexie;",
    'library dexie belongs to renderer/data',
  ],
  [
    'electron outside the shell, even for a type',
    'renderer/platform/electron.ts',
    "import type { App } from 'electron'; export type X = App;",
    'library electron belongs to electron',
  ],
  [
    'the server importing what an installed one does not have',
    'server/documents/x.ts',
    "import { test } from 'vitest'; export const x = test;",
    'the server runs without development packages',
  ],
  [
    'an import that leads nowhere',
    'server/app/y.ts',
    "export { nothing } from '#server/app/nothing.ts';",
    'every import resolves',
  ],
  [
    'a folder that is no layer',
    'renderer/utils/x.ts',
    'export const x = 1;',
    'every file belongs to a layer',
  ],
];

/** What looks like it and may be: file, its text. */
const allowed: readonly (readonly [name: string, file: string, text: string])[] = [
  [
    'a unit test may use the shared builders',
    'renderer/core/built.test.ts',
    "export { builder } from '#tests/support/builder.ts';",
  ],
  [
    'a feature may fetch its screen when it is needed',
    'renderer/features/inbox/lazy-feature.ts',
    "export const load = async () => (await import('#renderer/features/inbox/inbox-screen.tsx')).InboxScreen;",
  ],
  [
    'a worker client may be imported by a store',
    'renderer/core/sync-store.ts',
    "export { client } from '#renderer/workers/sync/client.ts';",
  ],
];

/** Rules that take several files. */
const together = [
  ['server/a.ts', "import { b } from '#server/b.ts'; export const a = (): number => b();"],
  ['server/b.ts', "import { a } from '#server/a.ts'; export const b = (): number => a();"],
  ['shared/contract/page.ts', 'export interface Page { readonly limit: number }'],
  ['renderer/core/speaking.ts', "export { channel } from '#shared/channel/channel.ts';"],
  [
    'shared/channel/channel.ts',
    "import type { Page } from '#shared/contract/page.ts'; export const channel: Page = { limit: 1 };",
  ],
  ['renderer/evidence/matching/match-fields.ts', 'export const matchFields = 1;'],
  [
    'renderer/core/evidence/case.ts',
    "export { matchFields } from '#renderer/evidence/matching/match-fields.ts';",
  ],
] as const;

describe('a planted violation is found', () => {
  let files: readonly string[];
  let clean: ImportReport;
  let violations: ImportReport['violations'] = [];
  const rulesBroken = (file: string): readonly string[] =>
    violations.filter(({ from }) => from === file).map(({ rule }) => rule);

  beforeAll(async () => {
    files = sourceFiles(root);
    clean = await checkImports(root);
    for (const [, file, text] of [...broken, ...allowed]) plant(file, text);
    for (const [file, text] of together) plant(file, text);
    ({ violations } = await checkImports(root));
  });

  test('the small project itself is clean and seen', () => {
    expect(clean.violations).toEqual([]);
    expect(clean.seen).toEqual(files);
    expect(clean.seen).toHaveLength(12);
  });

  test('each by files of its own', () => {
    const ofEach = [
      ...[...broken, ...allowed].map(([, file]) => file),
      ...together.map(([file]) => file),
    ];
    expect(new Set(ofEach).size).toBe(ofEach.length);
  });

  test.each(broken)('%s', (_name, file, _text, rule) => {
    expect(rulesBroken(file)).toContain(rule);
  });

  test.each(allowed)('%s', (_name, file) => {
    expect(rulesBroken(file)).toEqual([]);
  });

  test('a cycle', () => {
    expect(rulesBroken('server/a.ts')).toContain('no cycles');
  });

  test('a channel that knows what is said over it, and a store that speaks over one', () => {
    expect(rulesBroken('shared/channel/channel.ts')).toContain('layer shared/channel');
    expect(rulesBroken('renderer/core/speaking.ts')).toContain(
      'only workers and who starts them speak over a channel',
    );
  });

  test('a store that compares on the page’s own thread', () => {
    expect(rulesBroken('renderer/core/evidence/case.ts')).toEqual(['only its worker compares']);
  });
});
