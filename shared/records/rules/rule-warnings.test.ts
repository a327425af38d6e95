import { describe, expect, it } from 'vitest';
import { warningKey } from '#shared/records/open-warning.ts';
import { allRules, checkUsul } from '#shared/records/rules/check-usul.ts';
import { ruleLabels } from '#shared/records/rules/rule-labels.ts';
import { ruleWarnings } from '#shared/records/rules/rule-warnings.ts';
import { missingValue, warningLabel } from '#shared/records/warning-labels.ts';
import { makeDeletion } from '#tests/support/samples/rule-cases/deletion-cases.ts';
import { makeSampleUsul, sampleToday } from '#tests/support/samples/faultless-usul.ts';

const usul = makeSampleUsul('penghargaan');

describe('open warnings of the rules', () => {
  it('are every error and every warning about what is proposed', () => {
    const future = { ...usul, values: { ...usul.values, skDate: '2099-01-01' } };
    const warnings = ruleWarnings(checkUsul(future, sampleToday));
    expect(warnings.map(({ subject }) => subject)).toContain('TANGGAL_MENDATANG');
    expect(warnings.find(({ subject }) => subject === 'TANGGAL_MENDATANG')).toMatchObject({
      kind: 'aturan',
      about: 'skDate',
      fields: ['skDate'],
    });
  });

  it('leave out what the agency itself has wrong of the employee, and what is only worth knowing', () => {
    const employee = { ...usul.employee, nip: '123' };
    const levels = checkUsul({ ...usul, employee }, sampleToday).map(({ ruleId }) => ruleId);
    expect(levels).toContain('NIP_TIDAK_SAH');
    expect(ruleWarnings(checkUsul({ ...usul, employee }, sampleToday))).toEqual([]);
    expect(ruleWarnings([{ ruleId: 'X', level: 'info', fields: [], sentence: 'X.' }])).toEqual([]);
  });

  it('ask about the post of an employee only where it is proposed', () => {
    const [present, proposed] = [[], ['eselonId']].map((fields) =>
      ruleWarnings([{ ruleId: 'ACC_6', level: 'peringatan', fields, sentence: 'X.' }]),
    );
    expect(present).toEqual([]);
    expect(proposed).toHaveLength(1);
  });

  it('are all that speaks against a deletion', () => {
    const deletion = makeDeletion('cpns_pns', 'Tercatat ganda');
    const warnings = ruleWarnings(checkUsul(deletion, sampleToday));
    expect(warnings.map(({ subject }) => subject)).toEqual([
      'HAPUS_ALASAN_TERBANTAH',
      'HAPUS_RIWAYAT_POKOK',
    ]);
  });

  it('tell findings of one rule about different fields apart', () => {
    const [one, other] = [['skDate'], ['tahun']].flatMap((fields) =>
      ruleWarnings([{ ruleId: 'TANGGAL_MENDATANG', level: 'galat', fields, sentence: 'X.' }]),
    );
    expect(warningKey(one!)).not.toBe(warningKey(other!));
  });
});

describe('the labels of warnings', () => {
  it('name every rule', () => {
    expect(allRules.map(({ id }) => id).filter((id) => !ruleLabels[id])).toEqual([]);
  });

  it('name the document and the field as the record type calls them', () => {
    const [document] = usul.documents;
    const about = document!.sha256;
    const record = { recordType: usul.recordType, documents: usul.documents };
    const label = (kind: string, subject: string, more = {}) =>
      warningLabel({ kind, subject, ...more }, record);
    expect(label('aturan', 'DUPLIKAT')).toBe('Riwayat yang sama sudah ada');
    expect(label('dokumen', 'orang_lain', { about })).toMatch(/^[^:]+: milik orang lain$/u);
    expect(label('isian', 'skDate')).toBe('Tanggal SK: berbeda dengan dokumen');
    expect(label('isian', 'skDate', { about: missingValue })).toBe(
      'Tanggal SK: tidak ditemukan di dokumen',
    );
  });

  it('say something of what they do not know', () => {
    expect(warningLabel({ kind: 'lain', subject: 'baru' }, { recordType: 'entah' })).toBe('baru');
    const gone = { kind: 'dokumen', subject: 'orang_lain', about: 'f'.repeat(64) };
    expect(warningLabel(gone, { recordType: 'jabatan' })).toBe('Dokumen: milik orang lain');
  });
});
