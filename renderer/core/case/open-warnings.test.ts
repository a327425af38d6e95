import { describe, expect, test } from 'vitest';
import {
  acknowledgedIn,
  emptyDraft,
  rebaseDraft,
  withAcknowledged,
} from '#renderer/core/case/draft.ts';
import {
  fieldsLeftToPerson,
  openWarnings,
  unknownDocuments,
  type KnownDocuments,
  type WarnedCase,
} from '#renderer/core/case/open-warnings.ts';
import type {
  CaseFieldEvidence,
  DocumentWarning,
} from '#renderer/core/evidence/evidence-contract.ts';
import { documentWarningKinds } from '#renderer/evidence/matching/document/document-warning.ts';
import { withChosenReason } from '#shared/records/deletion/chosen-reason.ts';
import { checkUsul } from '#shared/records/rules/check-usul.ts';
import { warningKey } from '#shared/records/open-warning.ts';
import type { Usul } from '#shared/records/usul.ts';
import { warningLabel } from '#shared/records/warning-labels.ts';
import { makeDeletion } from '#tests/support/samples/rule-cases/deletion-cases.ts';
import { makeSampleUsul, sampleToday } from '#tests/support/samples/faultless-usul.ts';

const usul = makeSampleUsul('penghargaan');
const { sha256 } = usul.documents[0]!;
const place = { page: 1, boxes: [[0, 0, 1, 1]], printed: '17 Agustus 2019', label: null } as const;

function evidence(change: Partial<CaseFieldEvidence>): CaseFieldEvidence {
  const other = { field: 'skDate', status: 'berbeda', swappedWith: null, place, others: [] };
  // Each case changes what it is about.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a test's own evidence
  return { ...other, sha256, correctedByPerson: false, ...change } as unknown as CaseFieldEvidence;
}

function document(
  kind: DocumentWarning['kind'],
  change: Partial<DocumentWarning> = {},
): DocumentWarning {
  return { sha256, kind, page: null, flaws: [], detail: '', reason: 'DOK_SALAH', ...change };
}

function flawed(...flaws: DocumentWarning['flaws']): DocumentWarning {
  return document('mutu', { flaws, page: 2 });
}

function about(documents: Partial<KnownDocuments>, one: Usul = usul): WarnedCase {
  const known = { ...unknownDocuments, ...documents };
  return { usul: one, findings: checkUsul(one, sampleToday), documents: known };
}

const keys = (documents: Partial<KnownDocuments>, one: Usul = usul) =>
  openWarnings(about(documents, one), emptyDraft(one)).map(
    ({ kind, subject }) => `${kind} ${subject}`,
  );

test('a value in doubt where text and picture of the document differ is asked about', () => {
  const doubt = evidence({ status: 'mirip', because: 'lapisan_lain', equal: true });
  expect(keys({ fields: { skDate: doubt } })).toEqual(['isian skDate']);
  const shown = { ...doubt, correctedByPerson: true };
  expect(keys({ fields: { skDate: shown } })).toEqual([]);
});

describe('another person’s paper', () => {
  const foreign = { warnings: [document('orang_lain')] };

  test('is just what the deletion of another person’s record brings, by whomever that was said', () => {
    const deletion = makeDeletion('kursus', '');
    expect(keys(foreign, deletion)).toContain('dokumen orang_lain');
    const judged = withChosenReason(deletion, 'bukan_miliknya');
    expect(keys(foreign, judged)).not.toContain('dokumen orang_lain');
    expect(keys(foreign, withChosenReason(deletion, 'ganda'))).toContain('dokumen orang_lain');
  });
});

describe('open warnings', () => {
  test('are none of an usul in order', () => {
    expect(keys({})).toEqual([]);
  });

  test.each([
    ['orang_lain', {}],
    ['dua_orang', {}],
    ['jenis_lain', {}],
    ['halaman_kurang', {}],
    ['dipakai_usul_lain', {}],
    ['tidak_dapat_dibaca', { detail: 'bersandi', reason: 'FILE_RUSAK' }],
  ] as const)('are what a document is warned of: %s', (kind, change) => {
    expect(keys({ warnings: [document(kind, change)] })).toEqual([`dokumen ${kind}`]);
  });

  test.each(documentWarningKinds.filter((kind) => kind !== 'mutu'))(
    'have words for a person, not the name by which %s is acknowledged',
    (subject) => {
      const label = warningLabel({ kind: 'dokumen', subject, about: sha256 }, usul);
      expect(label).not.toMatch(new RegExp(`: ${subject}$`, 'u'));
    },
  );

  test('are pages that prove nothing, once a document, not advice for the next scan', () => {
    expect(keys({ warnings: [flawed('kosong'), flawed('kosong')] })).toEqual(['dokumen kosong']);
    expect(keys({ warnings: [flawed('pudar', 'kabur')] })).toEqual(['dokumen kabur']);
    expect(keys({ warnings: [flawed('pudar'), flawed('resolusi_rendah')] })).toEqual([]);
  });

  test('are not what the program itself could not do', () => {
    for (const detail of ['terlalu_lama', 'gagal', 'terlalu_banyak']) {
      expect(keys({ warnings: [document('tidak_dapat_dibaca', { detail })] })).toEqual([]);
    }
    expect(keys({ warnings: [document('tidak_dapat_dibaca', { reason: null })] })).toEqual([]);
  });

  test('are fields of which a document says another value, for sure', () => {
    expect(keys({ fields: { skDate: evidence({}) } })).toEqual(['isian skDate']);
    expect(keys({ fields: { skDate: evidence({ status: 'mirip' }) } })).toEqual([]);
    expect(keys({ fields: { skDate: evidence({ correctedByPerson: true }) } })).toEqual([]);
    expect(keys({ fields: { skDate: evidence({ status: 'ditemukan' }) } })).toEqual([]);
    const [warning] = openWarnings(about({ fields: { skDate: evidence({}) } }), emptyDraft(usul));
    expect(warning?.sentence).toBe('Tanggal SK berbeda dengan dokumen: tertulis 17 Agustus 2019.');
  });

  test('are fields that the document which has to prove them does not have', () => {
    const fields = { skDate: evidence({ status: 'tidak_ditemukan', missingIn: sha256 }) };
    const [warning, ...others] = openWarnings(about({ fields }), emptyDraft(usul));
    expect(others).toEqual([]);
    expect(warning).toMatchObject({
      kind: 'isian',
      subject: 'skDate',
      about: 'tidak_ditemukan',
      sentence: expect.stringMatching(/^Tanggal SK tidak ditemukan di .+; bandingkan sendiri\.$/u),
    });
    // That it differs, once that is known, is another thing to have seen.
    const differs = openWarnings(about({ fields: { skDate: evidence({}) } }), emptyDraft(usul));
    expect(warningKey(differs[0]!)).not.toBe(warningKey(warning!));
    const shown = { skDate: evidence({ missingIn: sha256, correctedByPerson: true }) };
    expect(keys({ fields: shown })).toEqual([]);
  });

  test('are fields whose value a list or a second decree has for somebody else', () => {
    const others = evidence({ status: 'mirip', because: 'orang_lain', equal: true });
    const [warning, ...more] = openWarnings(
      about({ fields: { skDate: others } }),
      emptyDraft(usul),
    );
    expect(more).toEqual([]);
    expect(warning).toMatchObject({ kind: 'isian', subject: 'skDate', about: 'orang_lain' });
    expect(warning?.sentence).toBe(
      'Tanggal SK tertulis di dokumen untuk orang lain; bandingkan sendiri.',
    );
    expect(keys({ fields: { skDate: { ...others, correctedByPerson: true } } })).toEqual([]);
    // Once is enough where the whole document is.
    const foreign = [document('orang_lain')];
    expect(keys({ fields: { skDate: others }, warnings: foreign })).toEqual(['dokumen orang_lain']);
    const left = fieldsLeftToPerson(about({ fields: { skDate: others }, warnings: foreign }));
    expect([...left]).toEqual(['skDate']);
    const official = evidence({ status: 'mirip', because: 'pejabat', equal: true });
    expect(keys({ fields: { skDate: official } })).toEqual([]);
  });

  test('of a deletion say nothing of values: what is found speaks against it', () => {
    const deletion = { ...usul, kind: 'hapus', oldValues: usul.values } as const;
    expect(keys({ fields: { skDate: evidence({}) } }, deletion)).not.toContain('isian skDate');
  });

  test('concern the outcome that was chosen', () => {
    const known = about({ warnings: [document('orang_lain')] });
    const returned = {
      ...emptyDraft(usul),
      outcome: 'perbaikan',
      reasons: ['ORANG_LAIN'],
    } as const;
    expect(openWarnings(known, returned)).toEqual([]);
  });
});

describe('what is left to the person', () => {
  test('are the fields of errors and those that differ, not those of mere warnings', () => {
    const future = { ...usul, values: { ...usul.values, skDate: '2099-01-01' } };
    expect([...fieldsLeftToPerson(about({}, future))]).toContain('skDate');
    expect([
      ...fieldsLeftToPerson(about({ fields: { skNomor: evidence({ field: 'skNomor' }) } })),
    ]).toEqual(['skNomor']);
    const twice = { ...usul, existingRecords: [{ id: 'r', values: usul.values }] };
    expect([...fieldsLeftToPerson(about({}, twice))]).toEqual([]);
  });
});

describe('an acknowledgement', () => {
  const foreign = about({ warnings: [document('orang_lain', { detail: 'Budi' })] });
  const warnings = openWarnings(foreign, emptyDraft(usul));
  const draft = withAcknowledged(emptyDraft(usul), warnings);

  test('covers what was open then, and is made once', () => {
    expect(draft.acknowledged).toEqual([{ kind: 'dokumen', subject: 'orang_lain', about: sha256 }]);
    expect(withAcknowledged(draft, warnings)).toBe(draft);
    expect(acknowledgedIn(draft, warnings)).toEqual(draft.acknowledged);
  });

  test('does not cover what became known after it', () => {
    const more = about({ warnings: [document('orang_lain'), document('halaman_kurang')] });
    const now = openWarnings(more, draft);
    expect(acknowledgedIn(draft, now)).toEqual(draft.acknowledged);
    expect(withAcknowledged(draft, now).acknowledged).toHaveLength(2);
  });

  test('of what is no longer open is not stated', () => {
    expect(acknowledgedIn(draft, [])).toEqual([]);
  });

  test('ends when the usul changes', () => {
    expect(rebaseDraft(draft, { ...usul, version: usul.version + 1 }).acknowledged).toBeUndefined();
    expect(rebaseDraft(draft, usul).acknowledged).toEqual(draft.acknowledged);
  });
});
