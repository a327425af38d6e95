import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { v7 as makeUuidV7 } from 'uuid';
import { openDocumentStore } from '#server/documents/document-store.ts';
import { adminRoutes } from '#shared/contract/admin/admin-routes.ts';
import { helpdeskRoutes } from '#shared/contract/helpdesk-routes.ts';
import { apiRoutes, type ApiRoute } from '#shared/contract/api.ts';
import { maxHandoverDecisions } from '#shared/contract/handover.ts';
import { commandOfDecision } from '#shared/workflow/commands.ts';
import type { Decision } from '#shared/workflow/decision.ts';
import type { Usul } from '#shared/records/usul.ts';
import { addOrganisation, addUsul, addVerifikator, makeDecision } from '#tests/support/builders.ts';
import { makeTestDatabase, testServerKey, type TestDatabase } from '#tests/support/database.ts';
import { handoverOf } from '#tests/support/handover.ts';
import { sealContent } from '#tests/support/limits/sealed-content.ts';
import {
  costsTooMuch,
  tellToll,
  type AttackToll,
  type How,
} from '#tests/support/limits/attack-toll.ts';
import { startMeasuredServer, type MeasuredServer } from '#tests/support/limits/measured-server.ts';
import {
  attackBytes,
  largestIllegalBodies,
  worstIllegalBodies,
  type WorstBody,
} from '#tests/support/limits/worst-bodies.ts';
import { isLongForm } from '#tests/support/long-form.ts';
import { signIn, type TestClient } from '#tests/support/server.ts';

// A process of its own serves, because what is measured is that process: how long its event loop stands still, and by how
// much its memory grows. An idle process beside it shows what the machine itself does to processes meanwhile.

const longestDelayMs = 200;
/** Of megabytes, which somebody who is signed in may send. */
const longestOfLargeMs = 500;

let database: TestDatabase;
let folder: string;
let server: MeasuredServer;
let client: TestClient;
let usul: Usul;

beforeAll(async () => {
  database = await makeTestDatabase();
  folder = await mkdtemp(path.join(tmpdir(), 'meja-macet-'));
  await addOrganisation(database.db);
  await addVerifikator(database.db, 'dinas-a');
  const documents = await openDocumentStore(path.join(folder, 'documents'));
  usul = await addUsul(database.db, documents, 'dinas-a');
  server = await startMeasuredServer({
    DATABASE_URL: database.url,
    MEJA_DATA_DIR: folder,
    MEJA_SERVER_KEY: testServerKey,
    MEJA_LOG_LEVEL: 'silent',
    MEJA_SIGN_IN_ATTEMPTS: '100000',
    PORT: '0',
  });
  client = await signIn(server, 'verifikator-dinas-a');
});
afterAll(async () => {
  await server.stop();
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

const decision = (): Decision => makeDecision(usul, { id: makeUuidV7() });
const json = (name: string, value: unknown): WorstBody => ({ name, body: JSON.stringify(value) });

/** As many of these as fit into a body. */
function batch(make: () => object, most: number): object[] {
  const made: object[] = [];
  for (let bytes = 100; made.length < most;) {
    const one = make();
    bytes += JSON.stringify(one).length + 1;
    if (bytes > attackBytes) break;
    made.push(one);
  }
  return made;
}

const everyPage = Array.from({ length: 10_000 }, (_, at) => at + 1);

function worstBatches(field: 'commands' | 'decisions', dress: (one: Decision) => object) {
  const { sha256 } = usul.documents[0]!;
  const pages = { sha256, pageCount: 10_000, pagesSeen: everyPage };
  const verdicts = Array.from({ length: 200 }, () => ({}));
  const broken = (one: object) => ({ ...one, verdicts, reasons: Array<number>(20).fill(0) });
  return [
    json('a full batch', { [field]: batch(() => dress(decision()), 100) }),
    json('every page', { [field]: [dress({ ...decision(), evidence: [pages] })] }),
    json('every list wrong', { [field]: batch(() => broken(dress(decision())), 100) }),
    json('too many', { [field]: batch(() => ({ id: randomUUID() }), 10_000) }),
  ];
}

const id = () => `"id":"${makeUuidV7()}"`;
const many = (text: string, bytes: number) => text.repeat(Math.floor(bytes / text.length));

/** What a hand-over can hold at its worst, once for all routes that take one: packing it costs more than sending it. */
async function worstSealed(): Promise<readonly WorstBody[]> {
  worstContents ??= sealWorstContents();
  const full = await handoverOf(client, Array.from({ length: 120 }, decision));
  return [...(await worstContents), json('a full file', full)];
}

let worstContents: Promise<readonly WorstBody[]> | undefined;

async function seal(name: string, content: string | Buffer, count = maxHandoverDecisions) {
  return json(name, await sealContent(client, content, count));
}

/** Sealed contents that unpack to far more than they are, or cost more than they say. */
async function sealWorstContents(): Promise<readonly WorstBody[]> {
  const deep = (depth: number) => `{${id()},"a":${'['.repeat(depth)}${']'.repeat(depth)}}`;
  return [
    await seal('empty objects', `{"decisions":[{}${many(',{}', 48_000_000)}]}`),
    await seal('the same id', `{"decisions":[{${id()}}${many(`,{${id()}}`, 8_000_000)}]}`),
    await seal('spaces', `{"decisions":[${' '.repeat(48_000_000)}]}`),
    await seal('open lists', '['.repeat(48_000_000)),
    await seal('one long text', `{"decisions":[{${id()},"note":"${'a'.repeat(48_000_000)}"}]}`, 1),
    await seal('another field', `{"decisions":[],"x":[0${many(',0', 48_000_000)}]}`, 0),
    await seal('one deep element', `{"decisions":[${deep(900_000)}]}`, 1),
    await seal('deep elements', `{"decisions":[${Array(9).fill(deep(90_000)).join(',')}]}`, 9),
    await seal('wide elements', `{"decisions":[{${id()},"a":[0${many(',[]', 1_900_000)}]}]}`, 1),
    await seal(
      'ten thousand that are nothing',
      `{"decisions":[${Array.from({ length: 10_000 }, () => `{${id()},"a":{}}`).join(',')}]}`,
    ),
    await seal(
      'ten thousand that are large and nothing',
      `{"decisions":[${Array.from({ length: 10_000 }, () => `{${id()},"a":"${'b'.repeat(900)}"}`).join(',')}]}`,
    ),
    await seal('zero where many are said', '{"decisions":[]}'),
    await seal('many where none is said', `{"decisions":[{}${many(',{}', 3_000_000)}]}`, 0),
  ];
}

/**
 * Those that a verifikator may not call are answered before their body: `outsider.test.ts` and `limits.test.ts` say so. What an
 * admin sends, or whoever writes to the helpdesk (texts of some 2,000 letters), is read as these are.
 */
type WalkedRoute = Exclude<
  keyof typeof apiRoutes,
  keyof typeof adminRoutes | keyof typeof helpdeskRoutes
>;
const walked = Object.entries<ApiRoute>(apiRoutes).filter(
  ([name]) => !Object.hasOwn(adminRoutes, name) && !Object.hasOwn(helpdeskRoutes, name),
);

/** The worst bodies that fit a route's schema, or nearly; a new route must say its own. */
const worstLegal: Readonly<
  Record<WalkedRoute, () => readonly WorstBody[] | Promise<readonly WorstBody[]>>
> = {
  health: () => [],
  live: () => [],
  identity: () => [
    json('a nonce', { nonce: 'x'.repeat(43) }),
    json('a nonce of any length', { nonce: 'x'.repeat(60_000) }),
  ],
  signIn: () => [
    json('the longest password', {
      username: 'verifikator-dinas-a',
      password: 'ä'.repeat(200),
      device: { id: randomUUID(), name: 'x'.repeat(80) },
    }),
  ],
  refresh: () => [
    json('the longest token', { refreshToken: 'x'.repeat(400), deviceId: randomUUID() }),
  ],
  signOut: () => [],
  presence: () => [],
  activate: () => [
    json('the longest of all', {
      username: 'x'.repeat(60),
      code: 'x'.repeat(100),
      newPassword: 'ä'.repeat(200),
    }),
  ],
  changePassword: () => [
    json('the longest passwords', { oldPassword: 'ä'.repeat(200), newPassword: 'ä'.repeat(200) }),
  ],
  offerFactor: () => [
    json('the longest of all', {
      username: 'x'.repeat(60),
      password: 'ä'.repeat(200),
      code: 'x'.repeat(40),
      device: { id: randomUUID(), name: 'x'.repeat(80) },
    }),
  ],
  factorStanding: () => [],
  removeFactor: () => [
    json('the longest of all', { password: 'ä'.repeat(200), code: 'x'.repeat(40) }),
  ],
  chooseAppointment: () => [
    json('one of nobody', { appointmentId: randomUUID() }),
    json('one of any length', { appointmentId: 'x'.repeat(60_000) }),
  ],
  changes: () => [],
  document: () => [],
  commands: () => worstBatches('commands', commandOfDecision),
  bulk: () => [],
  receipts: () => [
    json('as many as may be asked', { ids: Array.from({ length: 200 }, () => randomUUID()) }),
    json('too many', { ids: Array.from({ length: 350 }, () => 'x') }),
  ],
  decisions: () => worstBatches('decisions', (one) => one),
  handover: worstSealed,
  handoverOfRevoked: worstSealed,
};

/** What can be asked without a body: all of it must fit into the head of a request. */
const longQueries: readonly WorstBody[] = [
  { name: 'nothing', body: '' },
  { name: 'a long cursor', body: `cursor=${'1'.repeat(14_000)}` },
  { name: 'thousands of parameters', body: 'limit=1&'.repeat(1_700) },
  { name: 'a path without an end', body: '%25'.repeat(4_000) },
];

/** Sends a body; answers the status, 0 when the server cut the line while megabytes that it refused still came. */
async function send(route: ApiRoute, one: WorstBody, signedIn: boolean): Promise<number> {
  return request(route, one, signedIn).catch((cause: unknown) => {
    if (one.body.length > attackBytes && cause instanceof TypeError) return 0;
    throw cause;
  });
}

async function request(route: ApiRoute, { body, encoding }: WorstBody, signedIn: boolean) {
  const { accessToken } = client.session;
  const isAsked = route.method === 'GET';
  const address = route.path.replace(':sha256', '0'.repeat(64));
  const answer = await fetch(server.url + address + (isAsked ? `?${String(body)}` : ''), {
    method: route.method,
    headers: {
      ...(!isAsked && { 'content-type': 'application/json' }),
      ...(encoding !== undefined && { 'content-encoding': encoding }),
      ...(signedIn && { authorization: `Bearer ${accessToken}` }),
    },
    ...(!isAsked && { body }),
  });
  await answer.arrayBuffer();
  return answer.status;
}

describe.each(walked)('%s stands still for nobody', (name, route) => {
  test('whatever is sent within 64 KB', async () => {
    const legal = await worstLegal[typedName(name)]();
    const bodies = route.method === 'GET' ? longQueries : [...legal, ...worstIllegalBodies(route)];
    const how = { atOnce: 5, longestMs: longestDelayMs };
    expect(await tooMuch(name, route, bodies, how)).toEqual([]);
  });

  test('whatever is sent as large as it may be', async () => {
    const how = { atOnce: 1, longestMs: longestOfLargeMs };
    expect(await tooMuch(name, route, largestIllegalBodies(route), how)).toEqual([]);
  });
});

/**
 * The bodies that cost the server too much, or met a bug there, and what they cost. The short form sends several different
 * ones at once, and looks at each alone where they cost too much together; the long one looks at each alone in any case.
 */
async function tooMuch(
  name: string,
  route: ApiRoute,
  bodies: readonly WorstBody[],
  how: How,
): Promise<readonly string[]> {
  const found: string[] = [];
  for (let at = 0; at < bodies.length; at += how.atOnce) {
    const group = bodies.slice(at, at + how.atOnce);
    if (!isLongForm && !costsTooMuch(await measured(() => sendTogether(name, route, group)), how)) {
      continue;
    }
    for (const one of group) {
      const toll = await attack(name, route, one, how);
      if (costsTooMuch(toll, how)) found.push(`${one.name}: ${tellToll(toll)}`);
    }
  }
  return found;
}

async function measured(work: () => Promise<readonly number[]>): Promise<AttackToll> {
  let statuses: readonly number[] = [];
  const toll = await server.measure(async () => {
    statuses = await work();
  });
  return { ...toll, statuses };
}

/** Sends each once at the same moment, with a session, and without one where the body is read all the same. */
async function sendTogether(name: string, route: ApiRoute, bodies: readonly WorstBody[]) {
  const statuses: number[] = [];
  for (const withSession of sessionsAt(name, route)) {
    statuses.push(...(await Promise.all(bodies.map((one) => send(route, one, withSession)))));
  }
  return statuses;
}

/** With a session or without one, or both, one after the other. */
function sessionsAt(name: string, { access }: ApiRoute): readonly boolean[] {
  // Sign-out would end the session of all the rest.
  if (name === 'signOut') return [false];
  return access === 'public' ? [false, true] : [true];
}

/**
 * Sends a body without a session, with one, and several times at once. What makes a process stand still does so every time;
 * a machine that was busy elsewhere does not: of five attacks the shortest delay counts, and the most memory.
 */
async function attack(
  name: string,
  route: ApiRoute,
  one: WorstBody,
  how: How,
): Promise<AttackToll> {
  const statuses: number[] = [];
  const work = async () => {
    statuses.push(await send(route, one, false));
    if (name === 'signOut') return;
    statuses.push(await send(route, one, true));
    const several = Array.from({ length: how.atOnce }, () => send(route, one, true));
    statuses.push(...(await Promise.all(several)));
  };
  let [delayMs, grownMb] = [Infinity, 0];
  for (let tries = 0; tries < 5 && delayMs >= how.longestMs; tries += 1) {
    const toll = await server.measure(work);
    delayMs = Math.min(delayMs, toll.delayMs);
    grownMb = Math.max(grownMb, toll.grownMb);
  }
  return { statuses, delayMs, grownMb };
}

function typedName(name: string): WalkedRoute {
  if (!Object.hasOwn(worstLegal, name)) throw new Error(`No such route: ${name}`);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- looked up in the line before
  return name as WalkedRoute;
}
