import { describe, expect, test } from 'vitest';
import { verifyChain } from '#server/commands/chain.ts';
import { changesPageSchema } from '#shared/contract/changes.ts';
import { localDateOf } from '#shared/kernel/local-date.ts';
import {
  acknowledgementsOf,
  unreadMarks,
  type Acknowledgement,
} from '#shared/records/open-warning.ts';
import { checkUsul } from '#shared/records/rules/check-usul.ts';
import { ruleWarnings } from '#shared/records/rules/rule-warnings.ts';
import type { Usul } from '#shared/records/usul.ts';
import { withoutUnread, type Decision } from '#shared/workflow/decision.ts';
import { addAccount, currentUsul, makeDecision } from '#tests/support/builders.ts';
import { useOffice } from '#tests/support/office.ts';
import { signIn } from '#tests/support/server.ts';

const office = useOffice();

/** Its award is of a day that has not come: an error of the rules, wherever it is asked. */
const future = { hargaId: '203', skNomor: '12/K/2099', skDate: '2099-08-17', tahun: '2099' };

const warnedUsul = (): Promise<Usul> => office.newUsul({ values: future });

/** A decision of an application that asks. */
function made(usul: Usul, change: Partial<Decision> = {}): Decision {
  return makeDecision(usul, { appVersion: '0.2.0', ...change });
}

const post = office.decide;

/** Every warning of such an usul, as a PC finds it. */
const all = (usul: Usul): Acknowledgement[] => [
  ...acknowledgementsOf(ruleWarnings(checkUsul(usul, localDateOf(new Date())))),
];

describe('passing an usul on over open warnings', () => {
  test('is refused without a word about them, and the usul stays', async () => {
    const usul = await warnedUsul();
    const result = await post(made(usul));
    expect(result).toMatchObject({
      kind: 'ditolak',
      error: {
        kind: 'keputusan_tidak_lengkap',
        message: expect.stringMatching(/^Belum dinyatakan sudah diperiksa: .*17 Agustus 2099/u),
      },
    });
    expect(await currentUsul(office.server.db, usul.id)).toEqual(usul);
  });

  test.each([
    ['something else', () => [{ kind: 'aturan', subject: 'DUPLIKAT' }]],
    ['the same word of another kind', (own: Acknowledgement) => [{ ...own, kind: 'isian' }]],
    ['the rule, but of another field', (own: Acknowledgement) => [{ ...own, about: 'skNomor' }]],
    ['nothing of one of them', () => []],
  ])('is refused with an acknowledgement of %s', async (_name, instead) => {
    const usul = await warnedUsul();
    const known = all(usul);
    const own = known.find(({ subject }) => subject === 'TANGGAL_MENDATANG')!;
    const acknowledged = [...known.filter((one) => one !== own), ...instead(own)];
    const result = await post({ ...made(usul), acknowledged });
    expect(result).toMatchObject({ error: { kind: 'keputusan_tidak_lengkap' } });
  });

  test.each([
    [
      'ten thousand of them',
      Array.from({ length: 10_000 }, () => ({ kind: 'aturan', subject: 'DUPLIKAT' })),
    ],
    ['words in place of names', [{ kind: 'aturan', subject: 'Disetujui Bupati, teruskan saja' }]],
    ['no list', 'semua'],
  ])('is refused in form with %s', async (_name, acknowledged) => {
    const usul = await warnedUsul();
    const result = await post({ ...made(usul), acknowledged });
    expect(result).toMatchObject({ error: { kind: 'tidak_sah' } });
  });

  test('is refused by a hand-over file as well', async () => {
    const usul = await warnedUsul();
    expect(await office.handOver([made(usul)])).toMatchObject([
      { error: { kind: 'keputusan_tidak_lengkap' } },
    ]);
  });

  test('is taken in with all of them acknowledged, and told to whoever decides next', async () => {
    const usul = await warnedUsul();
    const decision = made(usul, { acknowledged: all(usul) });
    const first = await post(decision);
    expect(first).toMatchObject({ kind: 'diterima' });
    expect(await post(decision)).toEqual(first);
    expect(await verifyChain(office.server.db, 'kab-a')).toBeUndefined();
    await addAccount(office.server.db, 'approver', 'approver', { kind: 'instansi', id: 'kab-a' });
    const approver = await signIn(office.server, 'approver');
    const page = changesPageSchema.parse(await (await approver.fetch('/api/v1/changes')).json());
    const told = page.changes.find(
      (change) => change.kind === 'usul' && change.usul.id === usul.id,
    );
    expect(told).toMatchObject({
      usul: { history: [{ action: 'ajukan' }, { action: 'teruskan', acknowledged: all(usul) }] },
    });
    // Another statement under the same id is another decision.
    const { acknowledged: _acknowledged, ...silent } = decision;
    expect(await post(silent)).toMatchObject({ error: { kind: 'id_bentrok' } });
  });

  test('while its document was being read is told so, and is the same once that was read', async () => {
    const usul = await warnedUsul();
    const acknowledged = all(usul);
    const unread = unreadMarks(usul.documents.map(({ sha256 }) => sha256));
    const early = made(usul, { acknowledged: [...acknowledged, ...unread] });
    const first = await post(early);
    expect(first).toMatchObject({ kind: 'diterima' });
    expect((await currentUsul(office.server.db, usul.id)).history.at(-1)).toMatchObject({
      acknowledged: [...acknowledged, ...unread],
    });
    // A PC that lost its disk in between may have either in its journal.
    expect(await post(withoutUnread(early))).toEqual(first);
    expect(await verifyChain(office.server.db, 'kab-a')).toBeUndefined();
  });

  test('that an older application made is taken in: it could not ask', async () => {
    const usul = await warnedUsul();
    expect(await post(made(usul, { appVersion: '0.1.9' }))).toMatchObject({ kind: 'diterima' });
    const { history } = await currentUsul(office.server.db, usul.id);
    // Whoever decides next is told what nobody was asked about.
    const notAsked = all(usul).map((warning) => ({ ...warning, asked: false }));
    expect(history.at(-1)).toMatchObject({ acknowledged: notAsked });
  });

  test('that an older server kept without them is the same decision when it comes again', async () => {
    const usul = await warnedUsul();
    const old = made(usul, { appVersion: '0.1.9' });
    const first = await post(old);
    expect(first).toMatchObject({ kind: 'diterima' });
    const verdicts = old.verdicts.map((one) => ({ ...one, basis: 'ditemukan' as const }));
    expect(await post({ ...old, acknowledged: all(usul) })).toEqual(first);
    expect(await post({ ...old, verdicts, acknowledged: all(usul) })).toEqual(first);
  });
});

describe('a rule that speaks of today', () => {
  test('asks for nothing that was in order when the decision was made', async () => {
    // By the PC's clock it was decided on the day of the paper; the server's is behind.
    const skDate = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
    const values = { ...future, skDate, tahun: skDate.slice(0, 4) };
    const usul = await office.newUsul({ values });
    const rest = all(usul).filter(({ subject }) => !subject.includes('MENDATANG'));
    const decidedAt = `${skDate}T05:00:00.000Z`;
    const result = await post(made(usul, { decidedAt, acknowledged: rest }));
    expect(result).toMatchObject({ kind: 'diterima' });
  });
});

describe('a decision that contradicts itself', () => {
  test('is refused until the person says that it is meant so', async () => {
    const usul = await warnedUsul();
    const refusal = made(usul, { outcome: 'tolak', reasons: ['DATA_BEDA'] });
    expect(await post(refusal)).toMatchObject({
      error: {
        kind: 'keputusan_tidak_lengkap',
        message: expect.stringContaining('Semua isian dinilai sesuai'),
      },
    });
    const acknowledged = [
      { kind: 'keputusan' as const, subject: 'alasan_disangkal', about: 'DATA_BEDA' },
    ];
    expect(await post({ ...refusal, acknowledged })).toMatchObject({ kind: 'diterima' });
  });
});
