import { beforeAll, describe, expect, test } from 'vitest';
import { verifyChain } from '#server/commands/chain.ts';
import type { CommandResult } from '#shared/contract/commands.ts';
import { localDateOf } from '#shared/kernel/local-date.ts';
import { acknowledgementsOf, maxAcknowledgements } from '#shared/records/open-warning.ts';
import { checkUsul } from '#shared/records/rules/check-usul.ts';
import { ruleWarnings } from '#shared/records/rules/rule-warnings.ts';
import type { Usul } from '#shared/records/usul.ts';
import type { Decision } from '#shared/workflow/decision.ts';
import {
  addAccount,
  currentUsul,
  makeDecision,
  makeEmployee,
  makeRefusal,
} from '#tests/support/builders.ts';
import { useOffice } from '#tests/support/office.ts';
import { signIn, type TestClient } from '#tests/support/server.ts';

const office = useOffice();

const current = { appVersion: '0.2.0' };
const record = { hargaId: '203', skNomor: '12/K/2024', skDate: '2024-08-17', tahun: '2024' };
/** An error of the rules wherever it is asked. */
const future = { ...record, skDate: '2099-08-17', tahun: '2099' };

const warnedUsul = () => office.newUsul({ values: future });
const deletion = (change: { readonly values?: object; readonly asnNote?: string } = {}) =>
  office.newUsul({
    kind: 'hapus',
    oldValues: record,
    asnNote: change.asnNote ?? '',
    values: { ...record, ...change.values },
  });
const all = (usul: Usul) => [
  ...acknowledgementsOf(ruleWarnings(checkUsul(usul, localDateOf(new Date())))),
];

/** The answers to a decision that takes every way there is; the usul must be as it was. */
async function triedEveryWay(usul: Usul, decision: Decision): Promise<readonly CommandResult[]> {
  const before = await currentUsul(office.server.db, usul.id);
  const answers = [
    await office.decide(decision),
    ...(await office.sendAsBefore([decision])),
    ...(await office.handOver([decision])),
  ];
  expect(await currentUsul(office.server.db, usul.id)).toEqual(before);
  return answers;
}

const refusedEveryWay = (error: object) =>
  Array.from({ length: 3 }, () => ({ kind: 'ditolak', error }));

describe('a decision over open warnings is refused', () => {
  const incomplete = { kind: 'keputusan_tidak_lengkap' };

  test('without a word about them', async () => {
    const usul = await warnedUsul();
    expect(await triedEveryWay(usul, makeDecision(usul, current))).toMatchObject(
      refusedEveryWay(incomplete),
    );
  });

  test('with a hundred words about others', async () => {
    const usul = await warnedUsul();
    const acknowledged = Array.from({ length: maxAcknowledgements }, (_, at) => ({
      kind: 'aturan' as const,
      subject: `ATURAN_${at}`,
      about: 'skDate',
    }));
    expect(
      await triedEveryWay(usul, makeDecision(usul, { ...current, acknowledged })),
    ).toMatchObject(refusedEveryWay(incomplete));
  });

  test('by a version that is none, and by one of the far future', async () => {
    for (const appVersion of ['', 'x', '9.9.9', '0.2.0-lama', '99999.0.0']) {
      const usul = await warnedUsul();
      expect(await triedEveryWay(usul, makeDecision(usul, { appVersion }))).toMatchObject(
        refusedEveryWay(incomplete),
      );
    }
  });

  test('in the name of an older version only as what it is: nobody was asked, and that is told', async () => {
    const usul = await warnedUsul();
    expect(await office.decide(makeDecision(usul, { appVersion: '0.1.0' }))).toMatchObject({
      kind: 'diterima',
    });
    const { history } = await currentUsul(office.server.db, usul.id);
    const told = history.at(-1)?.acknowledged ?? [];
    expect(told.map(({ subject }) => subject)).toContain('TANGGAL_MENDATANG');
    expect(told.every(({ asked }) => asked === false)).toBe(true);
  });
});

describe('acknowledgements of what is not open', () => {
  test('are kept as stated, and change nothing', async () => {
    const usul = await office.newUsul();
    const other = { kind: 'aturan' as const, subject: 'DUPLIKAT', about: 'skNomor' };
    const acknowledged = [...all(usul), other];
    const decision = makeDecision(usul, { ...current, acknowledged });
    expect(await office.decide(decision)).toMatchObject({ kind: 'diterima' });
    const { history } = await currentUsul(office.server.db, usul.id);
    expect(history.at(-1)).toMatchObject({ acknowledged });
    expect(await verifyChain(office.server.db, 'kab-a')).toBeUndefined();
  });

  test.each([
    ['more than there can be', maxAcknowledgements + 1, 'DUPLIKAT', 'a'],
    ['kilobytes in one name', 1, 'X'.repeat(4_096), 'a'],
    ['kilobytes in what it is about', 1, 'DUPLIKAT', 'a'.repeat(4_096)],
    ['words with blanks', 1, 'Sudah diperiksa semua', 'a'],
    ['HTML', 1, 'DUPLIKAT', '<img src=x>'],
  ])('are refused in form: %s', async (_name, count, subject, about) => {
    const usul = await warnedUsul();
    const acknowledged = Array.from({ length: count }, () => ({
      kind: 'aturan' as const,
      subject,
      about,
    }));
    const decision = makeDecision(usul, { ...current, acknowledged });
    expect(await triedEveryWay(usul, decision)).toMatchObject(
      refusedEveryWay({ kind: 'tidak_sah' }),
    );
  });

  test('that claim to be no statement are none', async () => {
    const usul = await warnedUsul();
    const forged = all(usul).map((warning) => ({ ...warning, asked: false }));
    expect(
      await office.decide(makeDecision(usul, { ...current, acknowledged: forged })),
    ).toMatchObject({ kind: 'diterima' });
    const { history } = await currentUsul(office.server.db, usul.id);
    expect(history.at(-1)?.acknowledged).toEqual(all(usul));
  });
});

describe('the reason of a deletion', () => {
  const message: unknown = expect.stringMatching(/Alasan penghapusan/u);
  const refusedFor = { kind: 'keputusan_tidak_lengkap', message };

  test('is not replaced by verdicts on the values that are to go', async () => {
    const usul = await deletion();
    const verdicts = Object.keys(record).map((field) => ({
      field,
      verdict: 'sesuai' as const,
      seen: '',
    }));
    expect(await triedEveryWay(usul, makeDecision(usul, { ...current, verdicts }))).toMatchObject(
      refusedEveryWay(refusedFor),
    );
  });

  test.each(['lain', 'GANDA', 'ganda ', '', '__proto__', 'x'.repeat(4_096), 1, null, ['ganda']])(
    'is of the catalogue: not %j',
    async (deletionReason) => {
      const usul = await deletion();
      const decision = { ...makeDecision(usul, current), deletionReason };
      expect(await office.decide(decision)).toMatchObject({ error: { kind: 'tidak_sah' } });
    },
  );

  test('is not another one than the usul states, nor one of what deletes nothing', async () => {
    const stated = await deletion({ values: { alasan_hapus: 'ganda' } });
    const deletionReason = 'salah_input' as const;
    expect(
      await triedEveryWay(stated, makeDecision(stated, { ...current, deletionReason })),
    ).toMatchObject(refusedEveryWay(refusedFor));
    const addition = await office.newUsul();
    expect(
      await triedEveryWay(addition, makeRefusal(addition, { ...current, deletionReason })),
    ).toMatchObject(refusedEveryWay(refusedFor));
  });

  test('does not hide what speaks against it', async () => {
    const usul = await deletion();
    const judged = makeDecision(usul, { ...current, deletionReason: 'ganda' });
    const warnings = all({ ...usul, values: { ...usul.values, alasan_hapus: 'ganda' } });
    expect(warnings.map(({ subject }) => subject)).toContain('HAPUS_ALASAN_TERBANTAH');
    expect(await triedEveryWay(usul, judged)).toMatchObject(
      refusedEveryWay({ kind: 'keputusan_tidak_lengkap' }),
    );
    // What is open of the usul without a reason is not what is open under this one.
    const acknowledged = all(usul);
    expect(await triedEveryWay(usul, { ...judged, acknowledged })).toMatchObject(
      refusedEveryWay({ kind: 'keputusan_tidak_lengkap' }),
    );
    expect(await office.decide({ ...judged, acknowledged: warnings })).toMatchObject({
      kind: 'diterima',
    });
  });

  test('is kept in the decision and told to whoever decides next; it comes again as the same one', async () => {
    const usul = await deletion({ asnNote: 'Tercatat dua kali.' });
    const judgedUsul = { ...usul, values: { ...usul.values, alasan_hapus: 'salah_input' } };
    const decision = makeDecision(usul, {
      ...current,
      deletionReason: 'salah_input',
      acknowledged: all(judgedUsul),
    });
    const first = await office.decide(decision);
    expect(first).toMatchObject({ kind: 'diterima' });
    const row = await office.server.db
      .selectFrom('decision')
      .select('payload')
      .where('id', '=', decision.id)
      .executeTakeFirstOrThrow();
    expect(row.payload).toEqual(decision);
    const { history } = await currentUsul(office.server.db, usul.id);
    expect(history.at(-1)).toMatchObject({ action: 'teruskan', deletionReason: 'salah_input' });
    expect(await office.decide(decision)).toEqual(first);
    expect(await verifyChain(office.server.db, 'kab-a')).toBeUndefined();
  });

  test('that an older server did not keep does not make another decision of the same', async () => {
    const usul = await deletion();
    const old = makeRefusal(usul, current);
    const first = await office.decide(old);
    expect(first).toMatchObject({ kind: 'diterima' });
    expect(await office.decide({ ...old, deletionReason: 'ganda' })).toEqual(first);
  });
});

describe('the own usul', () => {
  let own: TestClient;
  beforeAll(async () => {
    const { nip } = makeEmployee('dinas-a', 0);
    const opd = { kind: 'opd', id: 'dinas-a' } as const;
    await addAccount(office.server.db, 'sendiri', 'verifikator', opd, nip);
    own = await signIn(office.server, 'sendiri');
  });

  test.each(['0.1.0', '0.2.0', '9.9.9', ''])(
    'is decided in no way, as version %j, with everything acknowledged',
    async (appVersion) => {
      const usul = await warnedUsul();
      const refusal = { kind: 'ditolak', error: { kind: 'tidak_berwenang' } };
      const decision = makeDecision(usul, { appVersion, acknowledged: all(usul) });
      expect(await office.decide(decision, own)).toMatchObject(refusal);
      expect(await office.sendAsBefore([decision], own)).toMatchObject([refusal]);
      expect(await office.handOver([decision], own)).toMatchObject([refusal]);
      expect(await currentUsul(office.server.db, usul.id)).toEqual(usul);
    },
  );
});
