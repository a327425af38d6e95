import { expect, it } from 'vitest';
import { packUsul, unpackUsul } from '#renderer/data/usul/packed-usul.ts';
import type { UsulRow } from '#renderer/data/schema/stored-rows.ts';
import { localDateSchema } from '#shared/kernel/local-date.ts';

const day = localDateSchema.parse('2026-11-30');
const row: UsulRow = {
  id: 'a',
  touched: 7,
  seq: 12,
  revision: 1,
  version: 3,
  recordType: 'golongan',
  kind: 'tambah',
  position: { kind: 'menunggu', stage: 'verifikasi' },
  opdId: 'dinas-a',
  unorId: 'dinas-a-1',
  deadline: day,
  submittedAt: '2026-11-20T02:00:00.000Z',
  round: 'baru',
  findings: { galat: 0, peringatan: 0 },
  shas: ['0f'],
  listing: { nama: 'Sari Contoh', nip: '198013012005000001', unorNama: 'Dinas A' },
};

it('a packed list gives back every usul as it was, in its order', () => {
  const rows: UsulRow[] = [
    { ...row, id: 'c', round: 'diajukan_ulang', version: 4 },
    row,
    { ...row, id: 'b', position: { kind: 'selesai', result: 'ditolak' }, shas: [] },
    { ...row, id: 'f', assigned: { number: 3, to: 'rekan' } },
    { ...row, id: 'g', decidedByYou: true as const },
    { ...row, id: 'h', unread: 2, actingFor: [{ from: day, until: day, bar: 'sudah_memutus' }] },
    { ...row, id: 'd', findings: { galat: 1, peringatan: 2 }, shas: ['1a', '2b'] },
    { ...row, id: 'e', listing: { ...row.listing, nama: 'Budi Contoh', unorNama: 'Dinas B' } },
  ];
  const written = JSON.stringify(packUsul(rows));
  expect(unpackUsul(JSON.parse(written))).toEqual(rows);
});

it('what many usul have in common is written once', () => {
  expect(packUsul([row, { ...row, id: 'b' }, { ...row, id: 'c' }]).commons).toHaveLength(1);
});
