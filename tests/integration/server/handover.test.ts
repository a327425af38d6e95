import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { handoverToFile, makeHandover } from '#renderer/data/handover/make-handover.ts';
import { runCli } from '#server/app/run-cli.ts';
import { verifyChains } from '#server/commands/verify-chains.ts';
import { apiErrorBodySchema } from '#shared/contract/api-error.ts';
import { commandOfDecision } from '#shared/workflow/commands.ts';
import { commandResultsSchema } from '#shared/contract/commands.ts';
import { handoverReceiptSchema, type HandoverFile } from '#shared/contract/handover.ts';
import type { Decision } from '#shared/workflow/decision.ts';
import { testServerKey } from '#tests/support/database.ts';
import {
  addOrganisation,
  addUsul,
  addVerifikator,
  makeDecision,
  makeRefusal,
} from '#tests/support/builders.ts';
import { handoverOf } from '#tests/support/handover.ts';
import {
  signIn,
  startTestServer,
  type TestClient,
  type TestServer,
} from '#tests/support/server.ts';

let server: TestServer;
let folder: string;
let owner: TestClient;
let carrier: TestClient;

beforeAll(async () => {
  server = await startTestServer();
  folder = await mkdtemp(path.join(tmpdir(), 'meja-serah-'));
  await addOrganisation(server.db);
  await addVerifikator(server.db, 'dinas-a');
  await addVerifikator(server.db, 'dinas-b');
  owner = await signIn(server, 'verifikator-dinas-a');
  carrier = await signIn(server, 'verifikator-dinas-b');
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

async function addDecisions(count: number): Promise<Decision[]> {
  const decisions: Decision[] = [];
  for (let made = 0; made < count; made += 1) {
    const usul = await addUsul(server.db, server.documents, 'dinas-a');
    decisions.push(made % 2 === 0 ? makeDecision(usul) : makeRefusal(usul));
  }
  return decisions;
}

/** Runs `import-decisions` on bytes as they would lie on a stick. */
async function importFile(bytes: string | Uint8Array) {
  const file = path.join(folder, `${randomUUID()}.mejaserah`);
  await writeFile(file, bytes);
  return importNamed(file);
}

async function importNamed(...files: readonly string[]) {
  const lines: string[] = [];
  const code = await runCli(['import-decisions', ...files], {
    env: {
      DATABASE_URL: server.databaseUrl,
      MEJA_DATA_DIR: folder,
      MEJA_SERVER_KEY: testServerKey,
      MEJA_LOG_LEVEL: 'silent',
    },
    print: (line) => void lines.push(line),
    untilStopped: () => new Promise(() => {}),
  });
  return { code, text: lines.join('\n') };
}

async function passOn(client: TestClient, file: unknown) {
  return client.fetch('/api/v1/handover', { method: 'POST', body: JSON.stringify(file) });
}

async function received(answer: Response) {
  expect(answer.status).toBe(200);
  return handoverReceiptSchema.parse(await answer.json());
}

async function deliver(client: TestClient, decisions: readonly Decision[]) {
  const body = JSON.stringify({ decisions });
  const answer = await client.fetch('/api/v1/decisions', { method: 'POST', body });
  return commandResultsSchema.parse(await answer.json()).results;
}

async function timesInChain(decisions: readonly Decision[]): Promise<number[]> {
  const rows = await server.db.selectFrom('decision').select('id').execute();
  return decisions.map(({ id }) => rows.filter((row) => row.id === id).length);
}

describe('decisions that leave a PC in a file', () => {
  test('reach the server exactly once, by whatever ways and however often they come', async () => {
    const decisions = await addDecisions(3);
    const { name, bytes } = handoverToFile(await handoverOf(owner, decisions));
    expect(name).toMatch(/^keputusan-2026-11-22-[0-9a-f]{8}\.mejaserah$/);

    const first = await importFile(bytes);
    expect(first).toMatchObject({ code: 0 });
    for (const { id } of decisions) expect(first.text).toContain(`${id}: diterima (nomor `);
    expect(await importFile(bytes)).toEqual(first);

    const file: unknown = JSON.parse(new TextDecoder().decode(bytes));
    const counts = { count: 3, accepted: 3, refused: 0, waiting: 0 };
    expect(await received(await passOn(carrier, file))).toEqual({ ...counts, results: null });
    const { results } = await received(await passOn(owner, file));
    expect(await deliver(owner, decisions)).toEqual(results);
    expect(results?.map(({ kind }) => kind)).toEqual(['diterima', 'diterima', 'diterima']);

    expect(await timesInChain(decisions)).toEqual([1, 1, 1]);
    const chains = await verifyChains(server.db);
    expect(chains.filter(({ fault }) => fault)).toEqual([]);
  });

  test('reach it exactly once, also when all ways are taken at the same moment', async () => {
    const decisions = await addDecisions(4);
    const file = await handoverOf(owner, decisions);
    await Promise.all([
      passOn(carrier, file),
      passOn(owner, file),
      deliver(owner, decisions),
      importFile(handoverToFile(file).bytes),
    ]);
    expect(await timesInChain(decisions)).toEqual([1, 1, 1, 1]);
  });

  test('are judged one by one; what is refused is said, and kept for BKPSDM', async () => {
    const [good] = await addDecisions(1);
    const usul = await addUsul(server.db, server.documents, 'dinas-a');
    const stale = makeRefusal(usul, { version: 9 });
    const foreign = makeRefusal(await addUsul(server.db, server.documents, 'dinas-b'));
    const decisions = [stale, good!, foreign];
    const { code, text } = await importFile(
      handoverToFile(await handoverOf(owner, decisions)).bytes,
    );
    expect(code).toBe(0);
    expect(text).toContain(`${stale.id}: ditolak. Usul ini sudah berubah sejak Anda menilainya.`);
    expect(text).toContain(`${foreign.id}: ditolak. Anda tidak berwenang melakukan ini.`);
    expect(text).toContain('Diterima 1, ditolak 2.');
    const kept = await server.db
      .selectFrom('handover_refusal')
      .select(['decision_id', 'reason', 'payload'])
      .where('decision_id', 'in', [stale.id, foreign.id])
      .orderBy('reason')
      .execute();
    expect(kept).toEqual([
      { decision_id: foreign.id, reason: 'tidak_berwenang', payload: JSON.stringify(foreign) },
      { decision_id: stale.id, reason: 'usul_berubah', payload: JSON.stringify(stale) },
    ]);
  });

  test('that no rule can read are named, do not hold the others up, and fail the command', async () => {
    const [good] = await addDecisions(1);
    const usul = await addUsul(server.db, server.documents, 'dinas-a');
    const broken = makeRefusal(usul, { revision: -1, note: 'a\u0000b' });
    const { bytes } = handoverToFile(await handoverOf(owner, [broken, good!]));
    const { code, text } = await importFile(bytes);
    expect(code).toBe(1);
    expect(text).toContain(`${broken.id}: ditolak.`);
    expect(text).toContain(`${good!.id}: diterima`);
  });

  test('may be none', async () => {
    const file = await handoverOf(owner, []);
    expect(await received(await passOn(owner, file))).toMatchObject({ count: 0, results: [] });
  });

  test('may be a thousand, with long notes, in one file', async () => {
    const usul = await addUsul(server.db, server.documents, 'dinas-a');
    const note = 'ä'.repeat(2_000);
    const decisions = Array.from({ length: 1_000 }, () => makeRefusal(usul, { note }));
    const answer = await received(await passOn(owner, await handoverOf(owner, decisions)));
    expect(answer).toMatchObject({ count: 1_000, accepted: 1, refused: 999 });
  });

  test('are not readable in the file, and neither is the secret', async () => {
    const usul = await addUsul(server.db, server.documents, 'dinas-a');
    const decision = makeRefusal(usul, { note: 'Catatan rahasia' });
    const text = JSON.stringify(await handoverOf(owner, [decision]));
    for (const secret of [decision.id, usul.id, 'Catatan', owner.session.deviceSecret]) {
      expect(text).not.toContain(secret);
    }
  });

  test('leave a trace in the audit: whose, how many, by whom', async () => {
    const file = await handoverOf(owner, await addDecisions(1));
    await passOn(carrier, file);
    const rows = await server.db
      .selectFrom('audit')
      .selectAll()
      .where('action', '=', 'serah_terima')
      .orderBy('id', 'desc')
      .limit(1)
      .execute();
    expect(rows).toMatchObject([
      {
        account_id: owner.session.account.id,
        device_id: owner.deviceId,
        details: { accepted: 1, refused: 0, carrier: carrier.session.account.id },
      },
    ]);
    expect(JSON.stringify(rows)).not.toContain(owner.session.deviceSecret);
  });
});

const damaged = /berubah atau terpotong/;
const otherVersion = /dibuat oleh versi aplikasi lain/;
const noFile = /bukan berkas serah terima/;
const unknownOrigin = /tidak mengenal PC atau akun asal/;

/** What may have happened to a file; each is said in its own sentence. */
const faults: readonly (readonly [string, RegExp, (file: HandoverFile) => unknown])[] = [
  ['a changed count', damaged, (file) => ({ ...file, header: { ...file.header, count: 7 } })],
  ['a changed day', damaged, ({ header, ...rest }) => ({ ...rest, header: later(header) })],
  ['a changed ciphertext', damaged, (file) => ({ ...file, ciphertext: flip(file.ciphertext) })],
  ['a changed salt', damaged, (file) => ({ ...file, salt: flip(file.salt) })],
  ['a changed IV', damaged, (file) => ({ ...file, iv: flip(file.iv) })],
  ['a shorter ciphertext', damaged, (file) => ({ ...file, ciphertext: file.ciphertext.slice(4) })],
  ['a ciphertext that is none', damaged, (file) => ({ ...file, ciphertext: '!' })],
  ['a missing part', damaged, ({ header }) => ({ header })],
  ['something added', damaged, (file) => ({ ...file, decisions: [] })],
  [
    'a newer version',
    otherVersion,
    (file) => ({ ...file, header: { ...file.header, version: 2 } }),
  ],
  ['another format', noFile, (file) => ({ ...file, header: { ...file.header, format: 'x' } })],
  ['another JSON', noFile, () => ({ decisions: [] })],
  ['a PC that is not known here', unknownOrigin, (file) => from(file, { deviceId: randomUUID() })],
  ['an account not known here', unknownOrigin, (file) => from(file, { accountId: randomUUID() })],
];

function later(header: HandoverFile['header']) {
  return { ...header, createdAt: '2026-11-23T02:00:00.000Z' };
}

function from(file: HandoverFile, changes: Partial<HandoverFile['header']>): unknown {
  return { ...file, header: { ...file.header, ...changes } };
}

/** The same base64 with one other letter in its middle. */
function flip(base64: string): string {
  const at = Math.floor(base64.length / 2);
  return base64.slice(0, at) + (base64[at] === 'A' ? 'B' : 'A') + base64.slice(at + 1);
}

describe('a file that is not as it was made imports nothing, and says why', () => {
  test.each(faults)('%s', async (_name, sentence, change) => {
    const decisions = await addDecisions(1);
    const file = change(await handoverOf(owner, decisions));
    const { code, text } = await importFile(JSON.stringify(file));
    expect([code, text]).toEqual([1, expect.stringMatching(sentence)]);
    const answer = await passOn(carrier, file);
    expect(answer.status).toBe(400);
    expect(apiErrorBodySchema.parse(await answer.json()).error.message).toMatch(sentence);
    expect(await timesInChain(decisions)).toEqual([0]);
  });

  test('a file cut off anywhere', async () => {
    const decisions = await addDecisions(1);
    const text = JSON.stringify(await handoverOf(owner, decisions));
    for (const length of [200, Math.floor(text.length / 2), text.length - 1]) {
      expect(await importFile(text.slice(0, length))).toMatchObject({
        code: 1,
        text: expect.stringMatching(damaged),
      });
    }
    expect(await timesInChain(decisions)).toEqual([0]);
  });

  test.each([
    ['an empty file', ''],
    ['a text', 'Selamat pagi'],
    ['bytes', makePng()],
  ])('%s', async (_name, bytes) => {
    expect(await importFile(bytes)).toMatchObject({ code: 1, text: expect.stringMatching(noFile) });
  });

  test('a file of another server', async () => {
    const decisions = await addDecisions(1);
    const { session, deviceId } = owner;
    const file = await makeHandover({
      accountId: session.account.id,
      deviceId,
      deviceSecret: Buffer.alloc(32, 7).toString('base64'),
      commands: decisions.map(commandOfDecision),
      createdAt: new Date('2026-11-22T02:00:00.000Z'),
    });
    const { code, text } = await importFile(handoverToFile(file).bytes);
    expect([code, text]).toEqual([1, expect.stringMatching(damaged)]);
    expect(await timesInChain(decisions)).toEqual([0]);
  });

  test('a file whose PC cannot be told from another one of the same account', async () => {
    const decisions = await addDecisions(1);
    const other = await signIn(server, 'verifikator-dinas-a');
    const file = from(await handoverOf(owner, decisions), { deviceId: other.deviceId });
    expect((await importFile(JSON.stringify(file))).text).toMatch(damaged);
    expect(await timesInChain(decisions)).toEqual([0]);
  });

  test('a file that is not there, and a command without a file', async () => {
    const missing = await importNamed(path.join(folder, 'tidak-ada.mejaserah'));
    expect(missing).toMatchObject({ code: 1, text: expect.stringContaining('tidak dapat dibaca') });
    expect(await importNamed()).toMatchObject({
      code: 2,
      text: expect.stringContaining('perlu BERKAS'),
    });
    expect(await importNamed('a', 'b')).toMatchObject({ code: 2 });
  });
});

function makePng(): Uint8Array {
  return Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0xff, 0xfe]);
}
