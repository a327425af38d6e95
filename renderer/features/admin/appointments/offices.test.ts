import { describe, expect, it } from 'vitest';
import {
  givableRoles,
  officesFor,
  scopeKey,
} from '#renderer/features/admin/appointments/offices.ts';
import type { Office } from '#shared/contract/admin/appointments.ts';

const opd = (id: string, parentId: string | null = null): Office => ({
  scope: { kind: 'opd', id },
  name: `OPD ${id}`,
  parentId,
});
const instansi: Office = {
  scope: { kind: 'instansi', id: 'kab' },
  name: 'Kabupaten',
  parentId: null,
};

describe('offices to choose', () => {
  it('are those that fit the role, each under the one above it', () => {
    const all = [instansi, opd('a1', 'a'), opd('a'), opd('b'), opd('c', 'not here')];
    expect(officesFor(all, 'verifikator').map(({ label }) => label)).toEqual([
      'Kabupaten',
      'OPD a',
      '\u2003OPD a1',
      'OPD b',
      'OPD c',
    ]);
    expect(officesFor(all, 'approver').map(({ office }) => scopeKey(office.scope))).toEqual([
      'instansi:kab',
    ]);
  });

  it('say which roles can be given: an instansi has no validator, BKN no verifikator', () => {
    expect(givableRoles([instansi, opd('a')])).not.toContain('validator');
    const bkn: Office = { scope: { kind: 'bkn_pusat' }, name: 'BKN Pusat', parentId: null };
    expect(givableRoles([bkn])).toEqual(['validator', 'monitor', 'admin', 'helpdesk']);
    expect(givableRoles([instansi])).not.toContain('asn');
  });
});
