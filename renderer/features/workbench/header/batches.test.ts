import { describe, expect, it } from 'vitest';
import { batchesOf } from '#renderer/features/workbench/header/batches.ts';
import type { InboxRow } from '#renderer/core/inbox/inbox-contract.ts';
import { makeSampleUsul } from '#tests/support/samples/faultless-usul.ts';

const usul = makeSampleUsul('penghargaan');
const { nip } = usul.employee;

function row(id: string, change: Partial<InboxRow>): InboxRow {
  return {
    ...usul,
    id,
    nip,
    nama: usul.employee.nama,
    task: 'decide',
    round: 'baru',
    findings: { galat: 0, peringatan: 0 },
    documentFindings: 0,
    unread: 0,
    documentsReady: true,
    hasDraft: false,
    own: false,
    colleagues: false,
    barred: false,
    decided: null,
    ...change,
  };
}

const rows = [
  row('a', {}),
  row('b', { recordType: 'jabatan' }),
  row('c', { nip: '199001012015031999' }),
  row('d', { decided: 'terkirim' }),
];

describe('batches of an usul', () => {
  it('counts what still asks for a decision, by person and by record type', () => {
    const { person, type } = batchesOf(usul, rows, { nip: '', recordTypes: [] });
    expect([person.count, type.count]).toEqual([2, 2]);
    expect([person.active, type.active]).toEqual([false, false]);
  });

  it('begins with the filter of its kind and ends with the filter lifted', () => {
    const off = batchesOf(usul, rows, { nip: '', recordTypes: ['jabatan', 'penghargaan'] });
    expect([off.person.change, off.type.change]).toEqual([
      { nip },
      { recordTypes: ['penghargaan'] },
    ]);
    const on = batchesOf(usul, rows, { nip, recordTypes: ['penghargaan'] });
    expect([on.person.active, on.type.active]).toEqual([true, true]);
    expect([on.person.change, on.type.change]).toEqual([{ nip: '' }, { recordTypes: [] }]);
  });
});
