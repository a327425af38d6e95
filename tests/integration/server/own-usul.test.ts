import { beforeAll, describe, expect, test } from 'vitest';
import { actOnUsul } from '#server/commands/usul-actions.ts';
import { changesPageSchema } from '#shared/contract/changes.ts';
import type { Usul } from '#shared/records/usul.ts';
import {
  addAccount,
  currentUsul,
  makeDecision,
  makeEmployee,
  makeRefusal,
} from '#tests/support/builders.ts';
import { useOffice } from '#tests/support/office.ts';
import { signIn, type TestClient } from '#tests/support/server.ts';

const opd = { kind: 'opd', id: 'dinas-a' } as const;
const instansi = { kind: 'instansi', id: 'kab-a' } as const;
/** Number of the employee whose usul these are. */
const { nip } = makeEmployee('dinas-a', 0);

const office = useOffice();
let own: TestClient;

beforeAll(async () => {
  await addAccount(office.server.db, 'sendiri', 'verifikator', opd, nip);
  own = await signIn(office.server, 'sendiri');
});

const newUsul = (): Promise<Usul> => office.newUsul();

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
    expect(office.client.session.account.nip).toBeNull();
  });

  test.each(['teruskan', 'perbaikan', 'tolak', 'koordinasi'] as const)(
    '%s is refused with a sentence, and left to a colleague of the same scope',
    async (outcome) => {
      const usul = await newUsul();
      const change = { outcome, reasons: ['DOK_SALAH'], note: 'Contoh.' };
      const decision = outcome === 'teruskan' ? makeDecision(usul) : makeRefusal(usul, change);
      expect(await office.decide(decision, own)).toMatchObject(refused);
      expect(await currentUsul(office.server.db, usul.id)).toEqual(usul);
      expect(await office.decide(decision)).toMatchObject({ kind: 'diterima' });
    },
  );

  test('nor from another PC of the same account', async () => {
    const elsewhere = await signIn(office.server, 'sendiri');
    expect(elsewhere.deviceId).not.toBe(own.deviceId);
    const usul = await newUsul();
    expect(await office.decide(makeRefusal(usul), elsewhere)).toMatchObject(refused);
  });

  test('nor under a user name that is the NIP, with no other number known', async () => {
    await addAccount(office.server.db, nip, 'verifikator', opd);
    const named = await signIn(office.server, nip);
    expect(await office.decide(makeRefusal(await newUsul()), named)).toMatchObject(refused);
  });

  test('nor by the way of decisions alone, nor by a hand-over file', async () => {
    const usul = await newUsul();
    const decision = makeRefusal(usul);
    expect(await office.sendAsBefore([decision], own)).toMatchObject([refused]);
    expect(await office.handOver([decision], own)).toMatchObject([refused]);
    expect(await currentUsul(office.server.db, usul.id)).toEqual(usul);
  });

  test('nor as an approver, who neither answers a question about it', async () => {
    const usul = await newUsul();
    await office.decide(makeRefusal(usul, { outcome: 'koordinasi', note: 'Benarkah?' }));
    const approver = { role: 'approver', scope: instansi, nip, name: 'Petugas' } as const;
    const asked = await currentUsul(office.server.db, usul.id);
    const act = { usulId: usul.id, judged: asked, reasons: [], note: 'Ya.', now: new Date() };
    expect(await actOnUsul(office.server.db, { ...act, actor: approver, action: 'jawab' })).toEqual(
      {
        ok: false,
        error: { kind: 'milik_sendiri' },
      },
    );
  });

  test('but withdraws it as its ASN', async () => {
    const usul = await newUsul();
    const scope = { kind: 'employee', id: 'asn-dinas-a' } as const;
    const actor = { role: 'asn', scope, nip, name: 'ASN' } as const;
    const act = { usulId: usul.id, judged: usul, reasons: [], note: '', now: new Date() };
    expect(await actOnUsul(office.server.db, { ...act, actor, action: 'tarik' })).toMatchObject({
      ok: true,
    });
  });

  test('and still sees it in the queue, as the colleague does', async () => {
    const usul = await newUsul();
    expect(await seen(own)).toContain(usul.id);
    expect(await seen(own)).toEqual(await seen(office.client));
  });
});
