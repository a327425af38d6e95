import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actOnUsul } from '#server/commands/usul-actions.ts';
import { changesPageSchema } from '#shared/contract/changes.ts';
import { commandResultsSchema, type CommandResult } from '#shared/contract/commands.ts';
import { handoverReceiptSchema } from '#shared/contract/handover.ts';
import type { Usul } from '#shared/records/usul.ts';
import {
  addAccount,
  addOrganisation,
  addUsul,
  addVerifikator,
  currentUsul,
  makeDecision,
  makeEmployee,
  makeRefusal,
} from '#tests/support/builders.ts';
import { handoverOf } from '#tests/support/handover.ts';
import {
  signIn,
  startTestServer,
  type TestClient,
  type TestServer,
} from '#tests/support/server.ts';

const opd = { kind: 'opd', id: 'dinas-a' } as const;
const instansi = { kind: 'instansi', id: 'kab-a' } as const;
/** Number of the employee whose usul these are. */
const { nip } = makeEmployee('dinas-a', 0);

let server: TestServer;
let own: TestClient;
let colleague: TestClient;

beforeAll(async () => {
  server = await startTestServer();
  await addOrganisation(server.db);
  await addAccount(server.db, 'sendiri', 'verifikator', opd, nip);
  await addVerifikator(server.db, 'dinas-a');
  own = await signIn(server, 'sendiri');
  colleague = await signIn(server, 'verifikator-dinas-a');
});
afterAll(() => server.stop());

const newUsul = (): Promise<Usul> => addUsul(server.db, server.documents, 'dinas-a');

async function post(decision: object, by: TestClient): Promise<CommandResult> {
  const body = JSON.stringify({ commands: [{ kind: 'putusan', ...decision }] });
  const answer = await by.fetch('/api/v1/commands', { method: 'POST', body });
  return commandResultsSchema.parse(await answer.json()).results[0]!;
}

/** The usul that lie in the queue of a PC. */
async function seen(by: TestClient): Promise<readonly string[]> {
  const page = await (await by.fetch('/api/v1/changes?limit=500')).json();
  return changesPageSchema
    .parse(page)
    .changes.flatMap((change) => (change.kind === 'usul' ? change.usul.id : []));
}

const refused = {
  kind: 'ditolak',
  error: { kind: 'tidak_berwenang', message: 'Usul ini milik Anda sendiri.' },
  current: { version: 1 },
};

describe('nobody decides his or her own usul', () => {
  test('the session says whose account it is', () => {
    expect(own.session.account.nip).toBe(nip);
    expect(colleague.session.account.nip).toBeNull();
  });

  test.each(['teruskan', 'perbaikan', 'tolak', 'koordinasi'] as const)(
    '%s is refused with a sentence, and left to a colleague of the same scope',
    async (outcome) => {
      const usul = await newUsul();
      const change = { outcome, reasons: ['DOK_SALAH'], note: 'Contoh.' };
      const decision = outcome === 'teruskan' ? makeDecision(usul) : makeRefusal(usul, change);
      expect(await post(decision, own)).toMatchObject(refused);
      expect(await currentUsul(server.db, usul.id)).toEqual(usul);
      expect(await post(decision, colleague)).toMatchObject({ kind: 'diterima' });
    },
  );

  test('nor from another PC of the same account', async () => {
    const elsewhere = await signIn(server, 'sendiri');
    expect(elsewhere.deviceId).not.toBe(own.deviceId);
    const usul = await newUsul();
    expect(await post(makeRefusal(usul), elsewhere)).toMatchObject(refused);
  });

  test('nor under a user name that is the NIP, with no other number known', async () => {
    await addAccount(server.db, nip, 'verifikator', opd);
    const named = await signIn(server, nip);
    expect(await post(makeRefusal(await newUsul()), named)).toMatchObject(refused);
  });

  test('nor by the way of decisions alone, nor by a hand-over file', async () => {
    const usul = await newUsul();
    const decision = makeRefusal(usul);
    const old = await own.fetch('/api/v1/decisions', {
      method: 'POST',
      body: JSON.stringify({ decisions: [decision] }),
    });
    expect(commandResultsSchema.parse(await old.json()).results).toMatchObject([refused]);
    const file = await handoverOf(own, [decision]);
    const answer = await own.fetch('/api/v1/handover', {
      method: 'POST',
      body: JSON.stringify(file),
    });
    const receipt = handoverReceiptSchema.parse(await answer.json());
    expect(receipt.results).toMatchObject([refused]);
    expect(await currentUsul(server.db, usul.id)).toEqual(usul);
  });

  test('nor as an approver, who neither answers a question about it', async () => {
    const usul = await newUsul();
    await post(makeRefusal(usul, { outcome: 'koordinasi', note: 'Benarkah?' }), colleague);
    const approver = { role: 'approver', scope: instansi, nip, name: 'Petugas' } as const;
    const asked = await currentUsul(server.db, usul.id);
    const act = { usulId: usul.id, judged: asked, reasons: [], note: 'Ya.', now: new Date() };
    expect(await actOnUsul(server.db, { ...act, actor: approver, action: 'jawab' })).toEqual({
      ok: false,
      error: { kind: 'milik_sendiri' },
    });
  });

  test('but withdraws it as its ASN', async () => {
    const usul = await newUsul();
    const scope = { kind: 'employee', id: 'asn-dinas-a' } as const;
    const actor = { role: 'asn', scope, nip, name: 'ASN' } as const;
    const act = { usulId: usul.id, judged: usul, reasons: [], note: '', now: new Date() };
    expect(await actOnUsul(server.db, { ...act, actor, action: 'tarik' })).toMatchObject({
      ok: true,
    });
  });

  test('and still sees it in the queue, as the colleague does', async () => {
    const usul = await newUsul();
    expect(await seen(own)).toContain(usul.id);
    expect(await seen(own)).toEqual(await seen(colleague));
  });
});
