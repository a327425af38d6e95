import { expect, test } from 'vitest';
import {
  assignedText,
  handAssignmentOf,
  opdsUnder,
} from '#renderer/features/admin/assignment/assign-form.ts';
import { handAssignmentSchema } from '#shared/contract/admin/assignment.ts';
import type { Office } from '#shared/contract/admin/appointments.ts';

const opd = (id: string, parentId: string | null = null): Office => ({
  scope: { kind: 'opd', id },
  name: id,
  parentId,
});
const offices = [opd('c', 'b'), opd('b', 'a'), opd('a'), opd('z')];
const to = '01900000-0000-7000-8000-000000000001';
const typed = { to, which: 'bebas', unor: '', recordType: '', reason: ' Dinas luar ' };

test('what is asked for is within the office and those below it, whoever gets it', () => {
  expect(opdsUnder('a', offices)).toEqual(new Set(['a', 'b', 'c']));
  const wanted = handAssignmentOf(typed, offices[2]!, offices);
  expect(wanted).toEqual({
    to,
    reason: 'Dinas luar',
    filter: { opdIds: ['a', 'b', 'c'], free: true },
  });
  expect(handAssignmentSchema.parse(wanted)).toEqual(wanted);
  const held = { ...typed, which: to, unor: 'u', recordType: 'golongan' };
  expect(handAssignmentOf(held, opd('z'), offices)?.filter).toEqual({
    opdIds: ['z'],
    heldBy: to,
    unorIds: ['u'],
    recordTypes: ['golongan'],
  });
  const instansi: Office = { scope: { kind: 'instansi', id: 'i' }, name: 'i', parentId: null };
  expect(handAssignmentOf({ ...typed, which: 'semua' }, instansi, offices)?.filter).toEqual({});
  expect(handAssignmentOf({ ...typed, to: '' }, opd('z'), offices)).toBeNull();
});

test('what was left is named, with why', () => {
  const left = { milik_sendiri: 2, sudah_memutus: 0, di_luar_cakupan: 0 };
  expect(assignedText({ assigned: 1_200, left })).toBe(
    '1.200 usul ditugaskan. Tidak ditugaskan: 2 milik orang itu sendiri.',
  );
});
