import { describe, expect, it } from 'vitest';
import { fullName } from '#shared/domain/model/full-name.ts';
import { positionLabel } from '#shared/domain/model/labels.ts';

describe('positionLabel', () => {
  it('carries the SIASN status of domain.md 0.8', () => {
    expect(positionLabel({ kind: 'menunggu', stage: 'verifikasi' })).toEqual({
      label: 'Menunggu verifikasi',
      siasnStatus: 'Input Berkas',
      siasnCode: '1',
    });
    expect(positionLabel({ kind: 'perbaikan', returnedFrom: 'persetujuan' }).siasnCode).toBe('52');
    expect(positionLabel({ kind: 'selesai', result: 'disetujui' }).siasnStatus).toBe(
      'Telah Update di Profile PNS',
    );
    expect(positionLabel({ kind: 'koordinasi', stage: 'verifikasi' }).siasnCode).toBeNull();
  });
});

describe('fullName', () => {
  it.each([
    ['', '', 'BUDI CONTOH'],
    ['Dr.', '', 'Dr. BUDI CONTOH'],
    ['', 'S.Sos., M.Si.', 'BUDI CONTOH, S.Sos., M.Si.'],
    ['Dr.', 'M.Si.', 'Dr. BUDI CONTOH, M.Si.'],
  ])('puts "%s" before and "%s" behind', (gelarDepan, gelarBelakang, expected) => {
    expect(fullName({ nama: 'BUDI CONTOH', gelarDepan, gelarBelakang })).toBe(expected);
  });
});
