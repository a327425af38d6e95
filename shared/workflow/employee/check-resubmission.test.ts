import { expect, test } from 'vitest';
import { recordTypeIdSchema } from '#shared/records/record-type.ts';
import { recordTypes } from '#shared/records/record-types.ts';
import { resubmissionFaults } from '#shared/workflow/employee/check-resubmission.ts';

const paper = 'a'.repeat(64);
const papers = new Set([paper]);
const document = { documentId: '872', fileName: 'sk.pdf', sha256: paper, size: 1 };
const usul: Parameters<typeof resubmissionFaults>[0] = {
  recordType: 'penghargaan',
  kind: 'tambah',
  // What was let in once, however wrong, its verifikator is shown.
  values: { hargaId: 'kode lama', skNomor: '', tahun: '2024', lama: 'dari versi lain' },
  documents: [document],
};

test('what stood there before is not judged again', () => {
  const { values, documents } = usul;
  expect(resubmissionFaults(usul, { values, documents }, papers)).toEqual([]);
});

test('every fault is told once, with the name that people know', () => {
  const values = { hargaId: 'lain', skDate: '31-12-2024', tahun: '', baru: '1', lain: '2' };
  const stranger = { documentId: 'x', sha256: paper };
  const faults = resubmissionFaults(usul, { values, documents: [stranger, stranger] }, papers);
  expect(faults.join('\n')).not.toMatch(/hargaId|skDate|undefined/u);
  expect(new Set(faults).size).toBe(faults.length);
  expect(faults.filter((fault) => fault.includes('tidak dikenal'))).toHaveLength(1);
  expect(faults.filter((fault) => fault.includes('bukan untuk jenis'))).toHaveLength(1);
  expect(faults).toHaveLength(6);
});

test.each(['\u200b', ' 13/K/2024', '13/K\n2024', '13\u202e4202/K'])(
  'what nobody sees fills no field: %j',
  (skNomor) => {
    const values = { ...usul.values, skNomor };
    const faults = resubmissionFaults(usul, { values, documents: [document] }, papers);
    expect(faults).toEqual([expect.stringContaining('tidak terlihat')]);
  },
);

test('one document is handed in once', () => {
  const documents = [document, { ...document, fileName: 'lain.pdf' }];
  expect(resubmissionFaults(usul, { values: usul.values, documents }, papers)).toEqual([
    expect.stringContaining('dua kali'),
  ]);
});

test.each(recordTypeIdSchema.options)('a required field of %s is not emptied', (recordType) => {
  const fields = recordTypes[recordType].groups.flatMap((group) => group.fields);
  const required = fields.filter((field) => field.required);
  const filled = Object.fromEntries(required.map(({ name }) => [name, 'lama']));
  const before = { ...usul, recordType, values: filled };
  const faults = resubmissionFaults(before, { values: {}, documents: [document] }, papers);
  expect(faults).toEqual([...new Set(required.map(({ label }) => `${label} wajib diisi.`))]);
});
