import { describe, expect, it } from 'vitest';
import {
  deciderOf,
  roleFitsScope,
  scopeCovers,
  stagesOf,
  type UsulPlace,
} from '#shared/workflow/authority/authority.ts';
import { roles } from '#shared/workflow/authority/roles.ts';
import { recordTypeIds } from '#shared/records/record-type.ts';

const daerah: UsulPlace = {
  instansiId: 'kab',
  instansiKind: 'daerah',
  opdPath: ['sekolah', 'dinas'],
  kanregId: 'kr-1',
  employeeId: 'asn',
};
const pusat: UsulPlace = { ...daerah, instansiKind: 'pusat' };

describe('stagesOf', () => {
  it('adds validation by BKN for exactly five record types', () => {
    const validated = recordTypeIds.filter((id) => stagesOf(id).includes('validasi'));
    expect(validated).toEqual(['pendidikan', 'golongan', 'pmk', 'pindah_instansi', 'cltn']);
  });

  it('begins with verification and ends with approval', () => {
    for (const id of recordTypeIds) {
      expect(stagesOf(id).at(0)).toBe('verifikasi');
      expect(stagesOf(id).at(-1)).toBe('persetujuan');
    }
  });
});

describe('scopeCovers', () => {
  it('covers an OPD with everything under it, not what is above or beside it', () => {
    expect(scopeCovers({ kind: 'opd', id: 'sekolah' }, daerah)).toBe(true);
    expect(scopeCovers({ kind: 'opd', id: 'dinas' }, daerah)).toBe(true);
    expect(scopeCovers({ kind: 'opd', id: 'sekolah' }, { ...daerah, opdPath: ['dinas'] })).toBe(
      false,
    );
  });

  it('gives regional instansi to their own kanreg and central ones to BKN central', () => {
    expect(scopeCovers({ kind: 'kanreg', id: 'kr-1' }, daerah)).toBe(true);
    expect(scopeCovers({ kind: 'kanreg', id: 'kr-2' }, daerah)).toBe(false);
    expect(scopeCovers({ kind: 'kanreg', id: 'kr-1' }, pusat)).toBe(false);
    expect(scopeCovers({ kind: 'bkn_pusat' }, pusat)).toBe(true);
    expect(scopeCovers({ kind: 'bkn_pusat' }, daerah)).toBe(false);
  });

  it('covers an instansi and an employee by id', () => {
    expect(scopeCovers({ kind: 'instansi', id: 'kab' }, daerah)).toBe(true);
    expect(scopeCovers({ kind: 'instansi', id: 'kota' }, daerah)).toBe(false);
    expect(scopeCovers({ kind: 'employee', id: 'asn' }, daerah)).toBe(true);
    expect(scopeCovers({ kind: 'employee', id: 'lain' }, daerah)).toBe(false);
  });
});

describe('roles', () => {
  it('decide at one stage each', () => {
    expect((['verifikasi', 'validasi', 'persetujuan'] as const).map(deciderOf)).toEqual([
      'verifikator',
      'validator',
      'approver',
    ]);
  });

  it('have an own employee as scope only as ASN, and an ASN nothing else', () => {
    expect(roles.filter((role) => roleFitsScope(role, 'employee'))).toEqual(['asn']);
    const others = ['opd', 'instansi', 'kanreg', 'bkn_pusat'] as const;
    expect(others.filter((kind) => roleFitsScope('asn', kind))).toEqual([]);
  });
});
