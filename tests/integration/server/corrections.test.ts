import { beforeAll, describe, expect, test } from 'vitest';
import { actOnUsul } from '#server/commands/usul-actions.ts';
import { verifyChains } from '#server/commands/verify-chains.ts';
import { findMisfits } from '#server/integrity/verify-usul.ts';
import { changesPageSchema } from '#shared/contract/changes.ts';
import { acknowledgementsOf, type Acknowledgement } from '#shared/records/open-warning.ts';
import { checkUsul } from '#shared/records/rules/check-usul.ts';
import { ruleWarnings } from '#shared/records/rules/rule-warnings.ts';
import { localDateOf } from '#shared/kernel/local-date.ts';
import type { ApiError } from '#shared/contract/api-error.ts';
import { fieldsToJudge } from '#shared/records/judged-fields.ts';
import type { Usul } from '#shared/records/usul.ts';
import type { Decision, FieldVerdict } from '#shared/workflow/decision.ts';
import { toldCorrections, withCorrections } from '#shared/workflow/told-decisions.ts';
import { addAccount, appoint, currentUsul, makeDecision } from '#tests/support/builders.ts';
import { useOffice } from '#tests/support/office.ts';
import { runServerCommand } from '#tests/support/server-cli.ts';
import { signIn, type TestClient } from '#tests/support/server.ts';

const office = useOffice();
let approver: TestClient;
let both: TestClient;
let duties: { readonly verifikator: string; readonly approver: string };

beforeAll(async () => {
  const { db } = office.server;
  await addAccount(db, 'approver-a', 'approver', { kind: 'instansi', id: 'kab-a' });
  const twice = await addAccount(db, 'dua-tugas', 'verifikator', { kind: 'opd', id: 'dinas-a' });
  const second = await appoint(db, twice, 'approver', { kind: 'instansi', id: 'kab-a' });
  duties = { verifikator: twice.appointmentId, approver: second.appointmentId };
  approver = await signIn(office.server, 'approver-a');
  both = await signIn(office.server, 'dua-tugas');
});

const now = (id: string): Promise<Usul> => currentUsul(office.server.db, id);
const accepted = { kind: 'diterima' } as const;
const incomplete = { kind: 'ditolak', error: { kind: 'keputusan_tidak_lengkap' } } as const;

async function pulled(id: string, by: TestClient): Promise<Usul | undefined> {
  const page = await (await by.fetch('/api/v1/changes?limit=500')).json();
  return changesPageSchema
    .parse(page)
    .changes.flatMap((change) => (change.kind === 'usul' ? change.usul : []))
    .find((usul) => usul.id === id);
}

const right: FieldVerdict = {
  field: 'skNomor',
  verdict: 'dikoreksi',
  seen: 'No. 21/K/2024',
  correction: { proposed: '12/K/2024', corrected: '21/K/2024' },
};

/** A decision that puts the number of the decree right and finds the rest in order, or (changed) a forged one. */
function correcting(usul: Usul, change: object = {}, overrides: Partial<Decision> = {}): Decision {
  const others = fieldsToJudge(usul)
    .filter(({ name }) => name !== 'skNomor')
    .map(({ name }): FieldVerdict => ({ field: name, verdict: 'sesuai', seen: '' }));
  return makeDecision(usul, { verdicts: [{ ...right, ...change }, ...others], ...overrides });
}

const seenIt = { kind: 'isian', subject: 'skNomor', about: 'dikoreksi' } as const;

/** What else is warned of: the paper of these usul is of no kind that is asked for. */
function otherWarnings(usul: Usul): readonly Acknowledgement[] {
  const findings = checkUsul(withCorrections(usul), localDateOf(new Date()));
  return acknowledgementsOf(ruleWarnings(findings));
}

/** What an approver sends who has looked at the correction. */
const approving = (usul: Usul, change: Partial<Decision> = {}): Decision =>
  makeDecision(usul, {
    verdicts: [],
    evidence: [],
    appVersion: '0.3.0',
    acknowledged: [seenIt, ...otherWarnings(usul)],
    ...change,
  });

describe('a corrected value', () => {
  test('goes on beside the one of the ASN, is approved with it, and never takes its place', async () => {
    const usul = await office.newUsul();
    const [{ sha256 } = { sha256: '' }] = usul.documents;
    const place = { sha256, page: 1, box: [0.1, 0.25, 0.4, 0.3] };
    const decision = correcting(usul, { correction: { ...right.correction, place } });
    expect(await office.decide(decision)).toMatchObject(accepted);
    const seen = (await pulled(usul.id, approver))!;
    expect(seen.values['skNomor']).toBe('12/K/2024');
    expect(toldCorrections(seen)).toEqual([
      { ...right.correction, place, field: 'skNomor', seen: right.seen },
    ]);
    // Whoever approves states to have seen it; an older application is only told of, for the next one.
    const blind = approving(seen, { acknowledged: [...otherWarnings(seen)] });
    expect(await office.decide(blind, approver)).toMatchObject(incomplete);
    expect(await office.decide(approving(seen), approver)).toMatchObject(accepted);
    const settled = await now(usul.id);
    expect(settled.position).toEqual({ kind: 'selesai', result: 'disetujui' });
    expect(settled.values['skNomor']).toBe('12/K/2024');
    expect(withCorrections(settled).values['skNomor']).toBe('21/K/2024');
    // The same again is the same; the chain holds it.
    expect(await office.decide(decision)).toMatchObject(accepted);
    const other = { ...decision, verdicts: correcting(usul).verdicts };
    expect(await office.decide(other)).toMatchObject({ error: { kind: 'id_bentrok' } });
  });

  test('is approved by an application that does not know corrections, and the history says so', async () => {
    const usul = await office.newUsul();
    await office.decide(correcting(usul));
    const seen = (await pulled(usul.id, approver))!;
    const others = { acknowledged: [...otherWarnings(seen)] };
    const old = approving(seen, { appVersion: '0.2.0', ...others });
    expect(await office.decide(old, approver)).toMatchObject(accepted);
    expect((await now(usul.id)).history.at(-1)?.acknowledged).toContainEqual({
      ...seenIt,
      asked: false,
    });
  });

  test('is sent back by the approver who finds it wrong, stays in the history, and is gone with a new revision', async () => {
    const usul = await office.newUsul();
    await office.decide(correcting(usul));
    const seen = (await pulled(usul.id, approver))!;
    const against = { field: 'skNomor', verdict: 'tidak_sesuai', seen: '12/K/2024' } as const;
    const back = { reasons: ['NILAI_KURANG'], verdicts: [against], acknowledged: [] };
    const over = approving(seen, { verdicts: [against] });
    expect(await office.decide(over, approver)).toMatchObject(incomplete);
    const returned = approving(seen, { outcome: 'kembalikan', ...back });
    expect(await office.decide(returned, approver)).toMatchObject(accepted);
    const again = (await pulled(usul.id, office.client))!;
    expect(again.history.map(({ verdicts }) => verdicts?.[0]?.verdict)).toEqual([
      undefined,
      'dikoreksi',
      'tidak_sesuai',
    ]);
    expect(withCorrections(again)).toBe(again);
    const repair = makeDecision(again, { outcome: 'perbaikan', reasons: ['DATA_BEDA'], note: '' });
    expect(await office.decide(repair)).toMatchObject(accepted);
    const { values, oldValues, asnNote, documents } = usul;
    const repaired = await now(usul.id);
    const step = await actOnUsul(office.server.db, {
      usulId: usul.id,
      actor: {
        role: 'asn',
        scope: { kind: 'employee', id: 'asn-dinas-a' },
        name: 'ASN',
      },
      action: 'ajukan_ulang',
      judged: repaired,
      reasons: [],
      note: '',
      content: { values, oldValues, asnNote, documents },
      now: new Date(),
    });
    expect(step.ok).toBe(true);
    const renewed = await now(usul.id);
    expect(toldCorrections(renewed)).toEqual([]);
    expect(renewed.history.flatMap(({ verdicts = [] }) => verdicts)).toEqual([]);
  });

  test('is not approved by whoever made it, under another appointment', async () => {
    const usul = await office.newUsul();
    const { verifikator: appointmentId } = duties;
    expect(await office.decide(correcting(usul, {}, { appointmentId }), both)).toMatchObject(
      accepted,
    );
    const seen = await now(usul.id);
    const own = approving(seen, { appointmentId: duties.approver });
    expect(await office.decide(own, both)).toMatchObject({ error: { kind: 'tidak_berwenang' } });
  });
});

describe('a forged correction', () => {
  const long = 'x'.repeat(2_001);
  const place = { sha256: 'a'.repeat(64), page: 1, box: [0, 0, 1, 1] };
  const { correction } = right;

  const forged: readonly (readonly [string, object, ApiError['kind']])[] = [
    ['of nothing seen', { seen: '' }, 'keputusan_tidak_lengkap'],
    [
      'that says the ASN said something else',
      { correction: { ...correction, proposed: '' } },
      'keputusan_tidak_lengkap',
    ],
    ['without a correction', { correction: undefined }, 'keputusan_tidak_lengkap'],
    ['under another verdict', { verdict: 'sesuai' }, 'keputusan_tidak_lengkap'],
    ['in a file of others', { correction: { ...correction, place } }, 'keputusan_tidak_lengkap'],
    ['of a field that is not there', { field: '__proto__' }, 'keputusan_tidak_lengkap'],
    ['with kilobytes', { correction: { ...correction, corrected: long } }, 'tidak_sah'],
    [
      'with a place that is none',
      { correction: { ...correction, place: { ...place, box: [0, 0, 1e9, 1] } } },
      'tidak_sah',
    ],
    ['with a verdict that nobody knows', { verdict: 'diganti' }, 'tidak_sah'],
  ];

  test('is refused, each for its reason, and changes nothing', async () => {
    const usul = await office.newUsul();
    for (const [what, change, kind] of forged) {
      const result = await office.decide(correcting(usul, change));
      expect([what, result]).toMatchObject([what, { kind: 'ditolak', error: { kind } }]);
    }
    expect(await now(usul.id)).toEqual(usul);
  });

  test('of what tells persons apart, of a code that is none, of a rule that it breaks', async () => {
    const usul = await office.newUsul();
    const code = {
      field: 'hargaId',
      correction: { proposed: '203', corrected: '99999' },
    };
    const verdicts = correcting(usul, { verdict: 'sesuai', correction: undefined }).verdicts.map(
      (one) => (one.field === 'hargaId' ? { ...right, ...code } : one),
    );
    expect(
      await office.decide(makeDecision(usul, { verdicts, appVersion: '0.2.0' })),
    ).toMatchObject(incomplete);
    const nik = '9999990000000001';
    const personal = await office.newUsul({
      recordType: 'personal',
      values: { nik, alamat: 'Jalan Contoh 1', agamaId: '1', jenisKawinId: '1' },
    });
    const [first, ...others] = makeDecision(personal).verdicts;
    expect(first?.field).toBe('nik');
    const identity = {
      ...right,
      field: 'nik',
      correction: { proposed: nik, corrected: '9999990000000002' },
    };
    expect(
      await office.decide(makeDecision(personal, { verdicts: [identity, ...others] })),
    ).toMatchObject(incomplete);
  });

  test('at a later stage, and where two come at once, changes nothing', async () => {
    const usul = await office.newUsul();
    const results = await Promise.all([
      office.decide(correcting(usul)),
      office.decide(correcting(usul, { seen: 'No. 21 / K / 2024' })),
    ]);
    expect(results.map(({ kind }) => kind).toSorted()).toEqual(['diterima', 'ditolak']);
    const seen = (await pulled(usul.id, approver))!;
    const own = { ...right, correction: { proposed: '12/K/2024', corrected: '22/K/2024' } };
    expect(await office.decide(approving(seen, { verdicts: [own] }), approver)).toMatchObject(
      incomplete,
    );
  });
});

const policy = (...args: readonly string[]) =>
  runServerCommand(office.server, ['correction', 'policy', ...args]);

const policyTold = async (by: TestClient) =>
  changesPageSchema.parse(await (await by.fetch('/api/v1/changes?limit=1')).json())
    .correctionForbidden;

describe('the policy of an instansi', () => {
  test('forbids corrections of a record type from a day on, on the PC and on the server', async () => {
    expect((await policy('show', 'kab-a')).text).toContain('Belum ada kebijakan');
    const before = await office.newUsul();
    const set = ['set', 'kab-a', '--type', 'penghargaan', '--allow'];
    expect((await policy(...set, 'tidak')).code).toBe(0);
    expect((await policy('show', 'kab-a')).text).toContain('tidak boleh dikoreksi');
    // The PC learns of it with its next pull, also where no usul has changed since.
    expect(await policyTold(office.client)).toEqual(['penghargaan']);
    expect(await policyTold(approver)).toBeUndefined();
    const usul = await office.newUsul();
    expect((await pulled(usul.id, office.client))?.correctionForbidden).toBe(true);
    const today = { decidedAt: new Date().toISOString() };
    const late = await office.decide(correcting(usul, {}, today));
    expect(late).toMatchObject(incomplete);
    // Whatever its maker says of the policy, or of the day: none that cannot be is believed.
    const past = { decidedAt: '2020-01-01T00:00:00.000Z' };
    expect(await office.decide(correcting(before, {}, past))).toMatchObject(incomplete);
    expect(await office.decide(makeDecision(usul, today))).toMatchObject(accepted);
    expect((await policy(...set, 'ya')).code).toBe(0);
    expect(await policyTold(office.client)).toEqual([]);
    expect((await pulled(before.id, office.client))?.correctionForbidden).toBeUndefined();
    expect(await office.decide(correcting(before))).toMatchObject(accepted);
  });

  test('is not changed by a wrong command', async () => {
    const wrong = [
      ['set', 'kab-x', '--type', 'golongan', '--allow', 'ya'],
      ['set', 'kab-a', '--type', 'apa', '--allow', 'ya'],
      ['set', 'kab-a', '--type', 'golongan', '--allow', 'mungkin'],
      ['set', 'kab-a', '--type', 'golongan', '--allow', 'ya', '--from', '2026-02-30'],
      ['set', 'kab-a', '--allow', 'ya'],
      ['show', 'kab-x'],
    ];
    for (const args of wrong) expect([args, (await policy(...args)).code]).not.toEqual([args, 0]);
  });
});

test('the chain is whole, and the history is what the decisions say', async () => {
  const { db } = office.server;
  expect((await verifyChains(db)).flatMap(({ fault }) => fault ?? [])).toEqual([]);
  expect(await findMisfits(db, new Date())).toEqual([]);
});
