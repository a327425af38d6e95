import { createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import {
  decide,
  deliveredIds,
  hasState,
  openDesk,
  setUpPc,
  startOffice,
  stopOffice,
  type RealPc,
} from '#tests/support/desk/real-pc.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RunningDesk } from '#renderer/core/desk.ts';
import { isOtherServer } from '#renderer/core/shown-error.ts';
import { openHostDatabase } from '#renderer/data/schema/open-database.ts';
import { makeApiError } from '#shared/contract/error-messages.ts';
import { identityProofText, identityRequestSchema } from '#shared/contract/server-identity.ts';
import type { Usul } from '#shared/records/usul.ts';
import { addUsul, testPassword } from '#tests/support/builders.ts';
import { jsonAnswer, type CallAnswer } from '#tests/support/desk/unruly-proxy.ts';
import type { TestServer } from '#tests/support/server.ts';
import { until } from '#tests/support/until.ts';

// Somebody answers at the server's address, passes on whatever it is sent, and reads it.

let server: TestServer;
let pc: RealPc;
let desk: RunningDesk;

beforeAll(async () => {
  server = await startOffice();
  pc = await setUpPc(server, 'satu');
  desk = await openDesk(pc);
});
afterAll(() => stopOffice(server, [pc]));

const newUsul = () => addUsul(server.db, server.documents, 'dinas-a');

type Identity = (nonce: string) => CallAnswer;

/** Who has a key of his own. */
function stranger(): Identity {
  const { privateKey } = generateKeyPairSync('ed25519');
  const { x } = createPublicKey(privateKey).export({ format: 'jwk' });
  return (nonce) =>
    jsonAnswer(200, {
      key: x,
      signature: sign(null, Buffer.from(identityProofText(nonce)), privateKey).toString(
        'base64url',
      ),
      before: [],
    });
}

const refusal = (status: number, kind: Parameters<typeof makeApiError>[0]): CallAnswer =>
  jsonAnswer(status, { error: makeApiError(kind) });

const lists = (one: RunningDesk, { id }: Usul) =>
  until(() => expect(one.inbox.getState().rows.map((row) => row.id)).toContain(id));

/** Takes the server's place, and is asked once more; what is not the question who it is goes through. */
async function takeItsPlace(identity: Identity): Promise<void> {
  let asked = 0;
  pc.network.instead = ({ path, body }) => {
    if (path !== '/api/v1/identity') return null;
    asked += 1;
    return identity(identityRequestSchema.parse(JSON.parse(body.toString())).nonce);
  };
  desk.sync.getState().syncNow();
  await until(() => expect(asked).toBeGreaterThan(0));
  await until(() => expect(desk.sync.getState().connection.kind).toBe('gangguan'));
}

/** The desk after its line was cut. */
async function cutLine(): Promise<void> {
  pc.network.weather = 'putus';
  await until(() => expect(desk.sync.getState().connection.kind).toBe('luring'));
  pc.network.instead = () => refusal(503, 'gangguan_server');
  pc.network.weather = 'baik';
  pc.network.reached.length = 0;
}

/** The right server is there again. */
function putBack(): void {
  pc.network.instead = null;
  desk.sync.getState().syncNow();
}

/** What reached the server, or whoever is in its place, but questions that anybody may ask. */
const sent = () => pc.network.reached.filter((call) => !/health|live|identity/u.test(call));

const shown = () => {
  const { connection } = desk.sync.getState();
  return connection.kind === 'gangguan' ? connection.error : null;
};

const signInAgain = () => pc.pc.openDesk().session.getState().signIn('satu', testPassword);
const refused = { ok: false, error: { kind: 'server_lain' } };

/** A page that a network shows before it lets anybody through. */
const portal = (): CallAnswer => ({
  status: 200,
  headers: { 'content-type': 'text/html' },
  body: Buffer.from('<html><body>Silakan masuk ke Wi-Fi hotel</body></html>'),
});

/** Who is no server that this PC knows, and what is said of it. */
const strangers: readonly (readonly [Identity, string])[] = [
  [stranger(), 'server_lain'],
  [() => refusal(404, 'tidak_ditemukan'), 'server_lain'],
  // What is said before it is known who says it ends, refuses and signs out nothing.
  [() => refusal(403, 'perangkat_dicabut'), 'bukan_jawaban'],
  [() => refusal(500, 'perangkat_dicabut'), 'gangguan_server'],
  [() => refusal(422, 'tidak_sah'), 'bukan_jawaban'],
  [() => refusal(401, 'belum_masuk'), 'bukan_jawaban'],
  // An answer that was given to somebody else; one of no shape; a page of a hotel.
  [() => stranger()('x'.repeat(43)), 'bukan_jawaban'],
  [() => jsonAnswer(200, { key: 'A', signature: 'A', before: [] }), 'bukan_jawaban'],
  [() => jsonAnswer(200, { status: 'siap' }), 'bukan_jawaban'],
];

test('who takes the place of the server that a PC knows gets nothing of a desk, and ends nothing there', async () => {
  const usul = await newUsul();
  await lists(desk, usul);
  await cutLine();
  const id = await decide(desk, usul);
  for (const [identity, kind] of strangers) {
    await takeItsPlace(identity);
    await until(() => expect(shown()?.kind).toBe(kind));
    expect(desk.session.getState().session).toMatchObject({ kind: 'masuk', needsSignIn: false });
    expect(await signInAgain()).toMatchObject({ ok: false, error: { kind } });
  }
  expect(sent()).toEqual([]);
  putBack();
  await hasState(desk, id, 'terkirim');
  expect(await deliveredIds(server)).toEqual([id]);
});

test('who takes its place without a call being lost hears one question, and none of what was decided', async () => {
  putBack();
  const usul = await newUsul();
  await lists(desk, usul);
  await until(() => expect(desk.sync.getState().connection.kind).toBe('tersambung'));
  const heard: string[] = [];
  pc.network.instead = ({ method, path, body }) => {
    heard.push(`${method} ${path.split('?')[0]} ${body.toString()}`);
    return portal();
  };
  await until(() => expect(desk.sync.getState().connection.kind).toBe('gangguan'));
  const id = await decide(desk, usul);
  const before = heard.length;
  desk.sync.getState().syncNow();
  await until(() => expect(heard.length).toBeGreaterThan(before));
  expect(heard.filter((call) => call.includes(id))).toEqual([]);
  const own = heard.filter((call) => !/health|live|identity/u.test(call));
  expect(own.length).toBeLessThanOrEqual(1);
  putBack();
  await hasState(desk, id, 'terkirim');
});

test('who takes its place with an answer without end is left', async () => {
  const endless = Buffer.alloc(2_000_000, ' ');
  pc.network.instead = ({ path }) =>
    path === '/api/v1/identity' || path === '/api/v1/health'
      ? { ...portal(), headers: { 'content-type': 'application/json' }, body: endless }
      : null;
  const answer = await signInAgain();
  expect(answer).toMatchObject({ ok: false, error: { kind: 'tak_terjangkau' } });
  putBack();
});

test('it is trusted when a person agrees to the very key that was shown', async () => {
  const usul = await newUsul();
  await lists(desk, usul);
  await cutLine();
  const id = await decide(desk, usul);
  await takeItsPlace(stranger());
  await until(() => expect(shown()?.kind).toBe('server_lain'));
  const error = shown();
  if (!error || !isOtherServer(error)) throw new Error('There is nothing to agree to.');
  expect(error.action).toMatch(/Sidik kuncinya: [0-9A-F]{4}( [0-9A-F]{4}){4}\./u);
  const agree = (key: string | null) => desk.session.getState().agreeToServer(key);
  for (const key of [null, 'A'.repeat(43)]) expect(await agree(key)).toMatchObject({ ok: false });
  expect(sent()).toEqual([]);
  expect(await agree(error.key)).toEqual({ ok: true });
  await hasState(desk, id, 'terkirim');
  // The one of before is the other one now, until somebody says otherwise.
  putBack();
  expect(await signInAgain()).toMatchObject(refused);
});

const noSuchRoute = ({ path }: { readonly path: string }) =>
  path === '/api/v1/identity' ? refusal(404, 'tidak_ditemukan') : null;

test('a PC that knows no server yet trusts one of before, and remembers its key once it has one', async () => {
  const fresh = await setUpPc(server, 'dua');
  fresh.network.instead = noSuchRoute;
  const own = await openDesk(fresh);
  await lists(own, await newUsul());
  const known = async () => {
    const host = openHostDatabase(fresh.pc.indexedDb);
    const row = await host.settings.get('knownServer');
    host.close();
    return row;
  };
  expect(await known()).toBeUndefined();
  fresh.network.instead = null;
  expect(await own.session.getState().signIn('dua', testPassword)).toEqual({ ok: true });
  expect(await known()).toMatchObject({ value: { key: expect.stringMatching(/^[\w-]{43}$/u) } });
  await stopOffice({ ...server, stop: () => Promise.resolve() }, [fresh]);
});
