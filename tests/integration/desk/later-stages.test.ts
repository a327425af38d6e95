import {
  comeBack,
  decide,
  hasState,
  openDesk,
  type RealPc,
  setNetwork,
  setUpPc,
  startOffice,
  stopOffice,
} from '#tests/support/desk/real-pc.ts';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { verifyChains } from '#server/commands/verify-chains.ts';
import type { OpenCase } from '#renderer/core/case/case-contract.ts';
import type { RunningDesk } from '#renderer/core/desk.ts';
import { fieldsToJudge } from '#shared/records/judged-fields.ts';
import type { Usul } from '#shared/records/usul.ts';
import type { Outcome } from '#shared/workflow/decision.ts';
import { addUsul, currentUsul, makeDecision, makeRefusal } from '#tests/support/builders.ts';
import { takeDecision } from '#server/commands/take-decision.ts';
import type { TestServer } from '#tests/support/server.ts';
import { until } from '#tests/support/until.ts';

let server: TestServer;
let pcs: Readonly<Record<'verifikator' | 'validator' | 'approver' | 'rekan', RealPc>>;

const instansi = { kind: 'instansi', id: 'kab-a' } as const;

beforeAll(async () => {
  server = await startOffice();
  pcs = {
    verifikator: await setUpPc(server, 'verifikator'),
    validator: await setUpPc(server, 'validator', 'validator', { kind: 'kanreg', id: 'kr-1' }),
    approver: await setUpPc(server, 'approver', 'approver', instansi),
    rekan: await setUpPc(server, 'rekan', 'approver', instansi),
  };
});
// Every person leaves; the next test finds locked desks, and networks that work.
afterEach(() => {
  for (const pc of Object.values(pcs)) {
    pc.pc.close();
    setNetwork(pc, true);
  }
});
afterAll(() => stopOffice(server, Object.values(pcs)));

const seated = new Set<RealPc>();

/** Opens a window, with the password. */
async function sitDown(pc: RealPc): Promise<RunningDesk> {
  if (seated.has(pc)) return comeBack(pc);
  seated.add(pc);
  return openDesk(pc);
}

const now = (id: string): Promise<Usul> => currentUsul(server.db, id);

const byBkn = { recordType: 'cltn', values: { cltnId: '2', skNomor: '1/CLTN/2024' } } as const;

/** What the verifikator did on another PC. */
async function verified(
  decisionOf: (usul: Usul) => ReturnType<typeof makeDecision> = makeDecision,
  overrides: Parameters<typeof addUsul>[3] = {},
): Promise<Usul> {
  const usul = await addUsul(server.db, server.documents, 'dinas-a', overrides);
  const account = {
    id: pcs.verifikator.accountId,
    username: 'verifikator',
    displayName: 'Petugas verifikator',
    role: 'verifikator',
    scope: { kind: 'opd', id: 'dinas-a' },
    scopeName: 'Dinas Contoh A',
  } as const;
  const payload = decisionOf(usul);
  expect(await takeDecision(server.db, { account, payload, receivedAt: new Date() })).toMatchObject(
    {
      ok: true,
    },
  );
  return now(usul.id);
}

const asked = (): Promise<Usul> =>
  verified((usul) =>
    makeRefusal(usul, { outcome: 'koordinasi', reasons: [], note: 'Apakah SK ini asli?' }),
  );

async function opened(desk: RunningDesk, usulId: string): Promise<OpenCase> {
  await until(() => expect(desk.inbox.getState().rows.map(({ id }) => id)).toContain(usulId));
  await desk.currentCase.getState().open(usulId);
  const { current } = desk.currentCase.getState();
  if (current.kind !== 'terbuka') throw new Error(`The usul is ${current.kind}`);
  return current;
}

/** Two acts, as with two keys. */
async function choose(desk: RunningDesk, outcome: Outcome): Promise<string> {
  desk.currentCase.getState().chooseOutcome(outcome);
  // What the rules say of the invented values.
  desk.currentCase.getState().acknowledge();
  return save(desk);
}

async function save(desk: RunningDesk): Promise<string> {
  const { current } = desk.currentCase.getState();
  if (current.kind !== 'terbuka') throw new Error(`The usul is ${current.kind}`);
  expect(await desk.currentCase.getState().decide()).toMatchObject({ ok: true });
  return until(() => {
    const entry = desk.outbox
      .getState()
      .entries.find(({ decision }) => decision.usulId === current.usul.id);
    if (!entry) throw new Error('Nothing is in the outbox yet.');
    return entry.decision.id;
  });
}

describe('three desks', () => {
  test('a usul goes from one to the next: forwarded, validated, approved', async () => {
    const usul = await addUsul(server.db, server.documents, 'dinas-a', byBkn);
    const first = await sitDown(pcs.verifikator);
    await opened(first, usul.id);
    await hasState(first, await decide(first, usul), 'terkirim');

    const second = await sitDown(pcs.validator);
    const atBkn = await opened(second, usul.id);
    expect(atBkn.told.get('skNomor')).toMatchObject({ verdict: 'sesuai', by: 'verifikator' });
    for (const { sha256 } of usul.documents) {
      second.currentCase.getState().documentOpened(sha256, 1);
      second.currentCase.getState().pageShown(sha256, 1);
    }
    await hasState(second, await choose(second, 'teruskan'), 'terkirim');

    const third = await sitDown(pcs.approver);
    const last = await opened(third, usul.id);
    expect(last.usul.history.map(({ actorRole }) => actorRole)).toEqual([
      'asn',
      'verifikator',
      'validator',
    ]);
    await hasState(third, await choose(third, 'teruskan'), 'terkirim');
    expect((await now(usul.id)).position).toEqual({ kind: 'selesai', result: 'disetujui' });
    await until(() => expect(third.inbox.getState().rows).toEqual([]));
  });
});

describe('an approver', () => {
  test('decides without network; the undone decision is back with all that was chosen', async () => {
    const usul = await verified();
    const desk = await sitDown(pcs.approver);
    await opened(desk, usul.id);
    setNetwork(pcs.approver, false);
    const id = await choose(desk, 'teruskan');
    expect(desk.outbox.getState().last).toMatchObject({ outcome: 'teruskan' });
    expect(await desk.outbox.getState().reopen(id)).toMatchObject({ ok: true });
    const again = await opened(desk, usul.id);
    expect(again).toMatchObject({ readOnlyBecause: null, draft: { outcome: 'teruskan' } });
    const [field = ''] = fieldsToJudge(usul).map(({ name }) => name);
    const atHand = desk.currentCase.getState();
    atHand.judgeField(field, 'tidak_sesuai', 'lain');
    atHand.chooseOutcome('kembalikan');
    atHand.toggleReason('DATA_BEDA');
    pcs.approver.pc.close();
    setNetwork(pcs.approver, true);

    // Locked in between, as by a restart.
    const later = await sitDown(pcs.approver);
    const kept = await opened(later, usul.id);
    expect(kept.draft).toMatchObject({ outcome: 'kembalikan', reasons: ['DATA_BEDA'] });
    expect(kept.draft.verdicts[field]).toMatchObject({ verdict: 'tidak_sesuai', seen: 'lain' });
    await hasState(later, await save(later), 'terkirim');
    expect((await now(usul.id)).position).toEqual({ kind: 'menunggu', stage: 'verifikasi' });
  });

  test('is told when a colleague was quicker', async () => {
    const usul = await verified();
    const desk = await sitDown(pcs.approver);
    await opened(desk, usul.id);
    setNetwork(pcs.approver, false);
    const id = await choose(desk, 'teruskan');
    const quicker = await sitDown(pcs.rekan);
    await opened(quicker, usul.id);
    quicker.currentCase.getState().toggleReason('NILAI_KURANG');
    await hasState(quicker, await choose(quicker, 'kembalikan'), 'terkirim');
    setNetwork(pcs.approver, true);
    await hasState(desk, id, 'ditolak');
    const [entry] = desk.outbox.getState().entries;
    expect(entry?.state).toMatchObject({
      error: { kind: 'usul_berubah' },
      current: { position: { kind: 'menunggu', stage: 'verifikasi' } },
    });
    expect(await desk.outbox.getState().letGo(id)).toMatchObject({ ok: true });
  });
});

describe('an answer', () => {
  test('is written without network, survives a restart, and is delivered once', async () => {
    const usul = await asked();
    const desk = await sitDown(pcs.approver);
    const question = await opened(desk, usul.id);
    expect(question).toMatchObject({ task: 'answer', readOnlyBecause: null });
    expect(question.gaps.map(({ kind }) => kind)).toEqual(['catatan_kurang']);
    expect(desk.inbox.getState().counts).toMatchObject({ koordinasi: 1, belum_diperiksa: 0 });
    setNetwork(pcs.approver, false);
    desk.currentCase.getState().writeNote('Ya, sudah diperiksa.');
    const id = await save(desk);
    pcs.approver.pc.close();

    const later = await sitDown(pcs.approver);
    await until(() => expect(later.outbox.getState().waiting).toBe(1));
    setNetwork(pcs.approver, true);
    await hasState(later, id, 'terkirim');
    const answered = await now(usul.id);
    expect(answered.position).toEqual({ kind: 'menunggu', stage: 'verifikasi' });
    expect(answered.history.at(-1)).toMatchObject({
      action: 'jawab',
      note: 'Ya, sudah diperiksa.',
    });
    const verifikator = await sitDown(pcs.verifikator);
    expect((await opened(verifikator, usul.id)).usul.history.at(-1)?.action).toBe('jawab');
  });

  test('taken back before it is sent stands in its input again; a withdrawn question refuses it', async () => {
    const usul = await asked();
    const desk = await sitDown(pcs.approver);
    await opened(desk, usul.id);
    setNetwork(pcs.approver, false);
    desk.currentCase.getState().writeNote('Belum tahu.');
    const first = await save(desk);
    expect(await desk.outbox.getState().reopen(first)).toMatchObject({ ok: true });
    expect((await opened(desk, usul.id)).draft).toMatchObject({ note: 'Belum tahu.' });
    const again = await save(desk);
    const quicker = await sitDown(pcs.rekan);
    await opened(quicker, usul.id);
    quicker.currentCase.getState().writeNote('Asli.');
    await hasState(quicker, await save(quicker), 'terkirim');
    setNetwork(pcs.approver, true);
    await hasState(desk, again, 'ditolak');
    const jawab = (await now(usul.id)).history.filter(({ action }) => action === 'jawab');
    expect(jawab.map(({ note }) => note)).toEqual(['Asli.']);
  });

  test('reaches the server in a file by another PC, beside a decision', async () => {
    const [question, waiting] = [await asked(), await verified()];
    const desk = await sitDown(pcs.approver);
    await opened(desk, question.id);
    await opened(desk, waiting.id);
    setNetwork(pcs.approver, false);
    await choose(desk, 'teruskan');
    await opened(desk, question.id);
    desk.currentCase.getState().writeNote('Asli.');
    const id = await save(desk);
    const file = await desk.handover.exportUnsent();
    if (!file.ok) throw new Error(file.error.kind);
    const carrier = await sitDown(pcs.verifikator);
    await opened(carrier, question.id);
    expect(await carrier.handover.passOn(new Blob([file.value.bytes]))).toMatchObject({
      ok: true,
      value: { accepted: 2, refused: 0 },
    });
    expect((await now(waiting.id)).position.kind).toBe('selesai');
    expect((await now(question.id)).history.at(-1)?.action).toBe('jawab');
    setNetwork(pcs.approver, true);
    await hasState(desk, id, 'terkirim');
    const chains = await verifyChains(server.db);
    expect(chains.filter(({ fault }) => fault)).toEqual([]);
  });
});
