import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, describe, expect, test } from 'vitest';
import {
  agreeToServer,
  noteOtherServer,
  readKnownServer,
  rememberServer,
} from '#renderer/data/keyring/known-server.ts';
import { openHostDatabase, type HostDatabase } from '#renderer/data/schema/open-database.ts';
import {
  makeServerTrust,
  makeTrustGuard,
  type AskWho,
} from '#renderer/workers/sync/http/server-trust.ts';
import type { Fault } from '#renderer/workers/sync/fault.ts';
import { makeApiError } from '#shared/contract/error-messages.ts';
import {
  identityProofText,
  mostKeysBefore,
  serverIdentitySchema,
  successionText,
} from '#shared/contract/server-identity.ts';
import { fail, succeed } from '#shared/kernel/result.ts';

interface Pair {
  readonly name: string;
  readonly privateKey: KeyObject;
}

function newPair(): Pair {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return { privateKey, name: publicKey.export({ format: 'jwk' }).x! };
}

const signed = ({ privateKey }: Pair, text: string): string =>
  sign(null, Buffer.from(text), privateKey).toString('base64url');

/** Who has these keys, the newest one first; `before` in place of what they hand over to each other. */
function server(pairs: readonly Pair[], before?: unknown): AskWho {
  const handed = pairs.slice(1).map((pair, at) => ({
    key: pair.name,
    signature: signed(pair, successionText(pairs[at]!.name)),
  }));
  return async (nonce) => {
    const signature = signed(pairs[0]!, identityProofText(nonce));
    const shown = serverIdentitySchema.safeParse({
      key: pairs[0]!.name,
      signature,
      before: before ?? handed,
    });
    return shown.success ? succeed(shown.data) : fail({ kind: 'bukan_jawaban' });
  };
}

let host: HostDatabase;
beforeEach(() => {
  host = openHostDatabase({ indexedDB: new IDBFactory(), IDBKeyRange });
  return () => host.close();
});
const meet = (ask: AskWho) => makeServerTrust(host)(ask);
const known = async () => (await readKnownServer(host))?.key;

describe('who follows the known server', () => {
  const keys = Array.from({ length: mostKeysBefore + 2 }, newPair);
  const [first] = keys;
  const newestFirst = (count: number) => keys.slice(0, count).toReversed();

  test('is believed over as many rotations as a server names, and asks beyond', async () => {
    expect(await meet(server([first!]))).toBeUndefined();
    const longest = newestFirst(mostKeysBefore + 1);
    expect(await meet(server(longest))).toBeUndefined();
    expect(await known()).toBe(longest[0]!.name);
    expect(await meet(server(newestFirst(mostKeysBefore + 2)))).toEqual({ kind: 'bukan_jawaban' });
  });

  test.each<[string, (mine: Pair) => unknown]>([
    ['names it alone', () => [{ key: first!.name, signature: 'A'.repeat(86) }]],
    [
      'signs for it',
      (mine) => [{ key: first!.name, signature: signed(mine, successionText(mine.name)) }],
    ],
    [
      'goes round in a circle',
      (mine) =>
        Array.from({ length: mostKeysBefore }, () => ({
          key: mine.name,
          signature: signed(mine, successionText(mine.name)),
        })),
    ],
    [
      'shows what the known one signed for another',
      () => [{ key: first!.name, signature: signed(first!, successionText(keys[1]!.name)) }],
    ],
    [
      'breaks in the middle',
      (mine) => [
        { key: keys[2]!.name, signature: signed(mine, successionText(mine.name)) },
        { key: first!.name, signature: signed(first!, successionText(keys[2]!.name)) },
      ],
    ],
  ])('is a stranger where its chain %s', async (_name, before) => {
    await meet(server([first!]));
    const mine = newPair();
    expect(await meet(server([mine], before(mine)))).toEqual({
      kind: 'server_lain',
      key: mine.name,
    });
    expect(await known()).toBe(first!.name);
  });
});

test.each([
  ['the neutral one', `01${'00'.repeat(31)}`],
  ['its other sign', `01${'00'.repeat(30)}80`],
  ['of order eight', 'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a'],
  ['zero', '00'.repeat(32)],
  ['no point', 'ff'.repeat(32)],
])('a key under which anybody signs is nobody’s: %s', async (_name, hex) => {
  const key = Buffer.from(hex, 'hex').toString('base64url');
  // R the neutral point, S nothing: it holds for every text under such a key.
  const signature = Buffer.from(`01${'00'.repeat(63)}`, 'hex').toString('base64url');
  const ask: AskWho = async () => succeed({ key, signature, before: [] });
  for (let times = 0; times < 10; times += 1) {
    expect(await meet(ask)).toEqual({ kind: 'bukan_jawaban' });
  }
  expect(await known()).toBeUndefined();
});

test('a proof that is shown again proves nothing', async () => {
  const mine = newPair();
  const first: string[] = [];
  const again: AskWho = (nonce) => {
    first.push(nonce);
    return server([mine])(first[0]!);
  };
  expect(await meet(again)).toBeUndefined();
  expect(await meet(again)).toEqual({ kind: 'bukan_jawaban' });
});

test('what a person agreed to while the server was looked at is not undone by that', async () => {
  const [right, other] = [newPair().name, newPair().name];
  expect(await rememberServer(host, right, undefined)).toBe(true);
  await noteOtherServer(host, other);
  const before = await readKnownServer(host);
  expect(await agreeToServer(host, other)).toBe(true);
  expect(await rememberServer(host, right, before)).toBe(false);
  expect(await known()).toBe(other);
});

describe('a server is taken for the one that it has shown to be', () => {
  let now = 0;
  let asked = 0;
  const guard = () =>
    makeTrustGuard(
      async () => {
        asked += 1;
        return undefined;
      },
      server([newPair()]),
      () => now,
    );
  beforeEach(() => {
    now = 0;
    asked = 0;
  });

  test('for one exchange, and not for the next', async () => {
    const made = guard();
    for (const route of ['commands', 'changes', 'document'] as const) await made.before(route);
    expect(asked).toBe(1);
    now = 30_000;
    await made.before('commands');
    expect(asked).toBe(2);
  });

  const error = makeApiError('gangguan_server');
  test.each<[Fault, number]>([
    [{ kind: 'bukan_jawaban' }, 2],
    [{ kind: 'tak_terjangkau' }, 2],
    [{ kind: 'server', status: 502, error }, 2],
    [{ kind: 'server', status: 404, error }, 1],
  ])('until a call is answered by %o', async (fault, times) => {
    const made = guard();
    await made.before('changes');
    made.heard(fault);
    await made.before('commands');
    expect(asked).toBe(times);
  });
});
