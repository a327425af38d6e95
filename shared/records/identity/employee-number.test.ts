import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseEmployeeNumber } from '#shared/records/identity/employee-number.ts';
import { anyText } from '#tests/support/any-text.ts';

describe('parseEmployeeNumber', () => {
  it('reads a NIP', () => {
    expect(parseEmployeeNumber('199001012015031999')).toEqual({
      ok: true,
      value: {
        kind: 'pns',
        digits: '199001012015031999',
        birthDate: '1990-01-01',
        tmtCpnsYear: 2015,
        tmtCpnsMonth: 3,
        sex: 'M',
        serial: '999',
      },
    });
  });

  it('reads a NI PPPK', () => {
    expect(parseEmployeeNumber('199002282022212901')).toEqual({
      ok: true,
      value: {
        kind: 'pppk',
        digits: '199002282022212901',
        birthDate: '1990-02-28',
        appointmentYear: 2022,
        agreementCode: '21',
        sex: 'F',
        serial: '901',
      },
    });
  });

  it.each(['19900101 201503 1 999', ' 19900101.201503.1.999 ', '19900101-201503-1-999\u00A0'])(
    'reads any grouping: %s',
    (text) => {
      const number = parseEmployeeNumber(text);
      expect(number.ok && number.value.digits).toBe('199001012015031999');
    },
  );

  it.each([
    ['12', 'pns'],
    ['13', 'pppk'],
    ['24', 'pppk'],
  ])('tells PNS from PPPK by digits 13 and 14: %s', (code, kind) => {
    const number = parseEmployeeNumber(`199001012020${code}1901`);
    expect(number.ok && number.value.kind).toBe(kind);
  });

  it.each([
    ['', 'panjang', 'NIP terdiri atas 18 angka, bukan 0.'],
    ['19900101201503199', 'panjang', 'NIP terdiri atas 18 angka, bukan 17.'],
    ['1990O101201503199', 'bukan_angka', 'NIP "1990O101201503199" memuat tanda selain angka.'],
    ['199002312015031999', 'tanggal_lahir', 'Angka 1–8 NIP (19900231) bukan tanggal lahir.'],
    ['198013012005011001', 'tanggal_lahir', 'Angka 1–8 NIP (19801301) bukan tanggal lahir.'],
    [
      '199001012015001999',
      'pengangkatan',
      'Angka 9–14 NIP (201500) bukan tahun dan bulan pengangkatan.',
    ],
    [
      '199001011989031999',
      'pengangkatan',
      'Angka 9–14 NIP (198903) bukan tahun dan bulan pengangkatan.',
    ],
    [
      '196001011985211999',
      'pengangkatan',
      'Angka 13–14 NIP (21) bukan bulan, dan 1985 bukan tahun pengangkatan PPPK.',
    ],
    ['199001012015033999', 'jenis_kelamin', 'Angka ke-15 NIP harus 1 atau 2, bukan 3.'],
    ['199001012015031000', 'nomor_urut', 'Nomor urut NIP tidak boleh 000.'],
  ])('says why %s is none', (text, kind, sentence) => {
    expect(parseEmployeeNumber(text)).toEqual({ ok: false, error: { kind, sentence } });
  });

  it('never throws and never accepts other than 18 digits', () => {
    fc.assert(
      fc.property(anyText(30), (text) => {
        const number = parseEmployeeNumber(text);
        expect(!number.ok || /^\d{18}$/.test(number.value.digits)).toBe(true);
      }),
    );
  });
});
