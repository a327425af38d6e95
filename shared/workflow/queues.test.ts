import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { activeStages, type UsulPosition } from '#shared/records/usul.ts';
import { recordTypeIds } from '#shared/records/record-type.ts';
import type { Scope } from '#shared/workflow/authority/account.ts';
import { roles, type QueueTask, type Role } from '#shared/workflow/authority/roles.ts';
import {
  deciderOf,
  roleFitsScope,
  scopeCovers,
  type UsulPlace,
} from '#shared/workflow/authority/authority.ts';
import { outcomes } from '#shared/workflow/decision.ts';
import { queueKeyOf, queueKeysOf, queueOf, queueRoles } from '#shared/workflow/queues.ts';
import { applyAction, type WorkflowAction } from '#shared/workflow/workflow.ts';

const positions: readonly UsulPosition[] = [
  ...activeStages.flatMap((stage) => [
    { kind: 'menunggu', stage } as const,
    { kind: 'koordinasi', stage } as const,
    { kind: 'perbaikan', returnedFrom: stage } as const,
  ]),
  ...(['disetujui', 'ditolak', 'ditarik'] as const).map(
    (result) => ({ kind: 'selesai', result }) as const,
  ),
];
const scopes: readonly Scope[] = [
  { kind: 'opd', id: 'a' },
  { kind: 'instansi', id: 'a' },
  { kind: 'kanreg', id: 'a' },
  { kind: 'bkn_pusat' },
  { kind: 'employee', id: 'a' },
];

const nameOf = (position: UsulPosition): string =>
  [position.kind, Object.values(position).at(-1)].join(' ');

/** The whole declaration once more, written out: role, position, task. Whatever is not here is in no queue. */
const expected: Readonly<Partial<Record<Role, Readonly<Record<string, QueueTask>>>>> = {
  verifikator: {
    'menunggu verifikasi': 'decide',
    'menunggu validasi': 'follow',
    'menunggu persetujuan': 'follow',
    'koordinasi verifikasi': 'follow',
    'koordinasi validasi': 'follow',
    'koordinasi persetujuan': 'follow',
    'perbaikan verifikasi': 'follow',
    'perbaikan validasi': 'follow',
    'perbaikan persetujuan': 'follow',
  },
  approver: {
    'menunggu persetujuan': 'decide',
    'koordinasi verifikasi': 'answer',
    'koordinasi validasi': 'answer',
    'koordinasi persetujuan': 'answer',
  },
  validator: { 'menunggu validasi': 'decide', 'koordinasi validasi': 'follow' },
};

describe('a queue', () => {
  describe.each(roles)('of role %s', (role) => {
    it.each(scopes)('with scope $kind holds exactly what is declared', (scope) => {
      for (const position of positions) {
        const task = roleFitsScope(role, scope.kind)
          ? (expected[role]?.[nameOf(position)] ?? null)
          : null;
        expect([nameOf(position), queueOf(role, scope, position)]).toEqual([
          nameOf(position),
          task,
        ]);
      }
    });
  });

  it('belongs to verifikator, approver and validator only', () => {
    expect(queueRoles).toEqual(['verifikator', 'approver', 'validator']);
  });

  it('is decided from by the decider of the stage and nobody else', () => {
    for (const stage of activeStages) {
      const deciders = roles.filter((role) =>
        scopes.some((scope) => queueOf(role, scope, { kind: 'menunggu', stage }) === 'decide'),
      );
      expect(deciders).toEqual([deciderOf(stage)]);
    }
  });
});

const ids = fc.constantFrom('a', 'b', 'c');
const anyPlace: fc.Arbitrary<UsulPlace> = fc.record({
  instansiId: ids,
  instansiKind: fc.constantFrom('daerah', 'pusat'),
  opdPath: fc.uniqueArray(ids, { minLength: 1 }),
  kanregId: ids,
  employeeId: ids,
});
const anyScope: fc.Arbitrary<Scope> = fc.oneof(
  fc.record({ kind: fc.constantFrom('opd', 'instansi', 'kanreg', 'employee'), id: ids }),
  fc.constant({ kind: 'bkn_pusat' as const }),
);
const anyRole = fc.constantFrom(...roles);
const anyPosition = fc.constantFrom(...positions);
const actions: readonly WorkflowAction[] = [...outcomes, 'jawab', 'ajukan_ulang', 'tarik'];

describe('queues, whatever the place, position, role and scope', () => {
  it('an usul is told in the feed of an appointment exactly when it lies in its queue', () => {
    let told = 0;
    fc.assert(
      fc.property(anyPlace, anyPosition, anyRole, anyScope, (place, position, role, scope) => {
        const key = queueKeyOf(role, scope);
        const isTold = key !== null && queueKeysOf(place, position).includes(key);
        const lies = scopeCovers(scope, place) && queueOf(role, scope, position) !== null;
        if (lies) told += 1;
        expect(isTold).toBe(lies);
      }),
      { numRuns: 5000 },
    );
    expect(told).toBeGreaterThan(100);
  });

  it('none is told twice of an usul', () => {
    fc.assert(
      fc.property(anyPlace, anyPosition, (place, position) => {
        const keys = queueKeysOf(place, position);
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });
});

describe('queues and the workflow', () => {
  const daerah: UsulPlace = {
    instansiId: 'a',
    instansiKind: 'daerah',
    opdPath: ['a'],
    kanregId: 'a',
    employeeId: 'a',
  };
  const places = [daerah, { ...daerah, instansiKind: 'pusat' as const }];
  const cases = places.flatMap((place) =>
    roles.flatMap((role) =>
      scopes.flatMap((scope) => positions.map((position) => ({ place, role, scope, position }))),
    ),
  );

  it('whoever may act on an usul has it in the queue as something to act on; only the ASN has none', () => {
    const acting = new Set<Role>();
    for (const { place, role, scope, position } of cases) {
      for (const recordType of recordTypeIds) {
        const usul = { recordType, position, revision: 1, version: 1, place, employeeNip: '' };
        const allowed = actions.filter(
          (action) => applyAction(usul, { role, scope }, action, usul).ok,
        );
        if (allowed.length === 0 || role === 'asn') continue;
        acting.add(role);
        const task = allowed.includes('jawab') ? 'answer' : 'decide';
        expect(queueOf(role, scope, position)).toBe(task);
        expect(queueKeysOf(place, position)).toContain(queueKeyOf(role, scope));
      }
    }
    expect([...acting]).toEqual(queueRoles);
  });

  it('and what a queue gives to act on, the workflow allows for some kind of record', () => {
    for (const { place, role, scope, position } of cases) {
      const task = queueOf(role, scope, position);
      if (task === null || task === 'follow' || !scopeCovers(scope, place)) continue;
      const able = recordTypeIds.filter((recordType) => {
        const usul = { recordType, position, revision: 1, version: 1, place, employeeNip: '' };
        return actions.some((action) => applyAction(usul, { role, scope }, action, usul).ok);
      });
      expect(able).not.toEqual([]);
    }
  });

  it('appointments share a queue only when role and scope are the same', () => {
    const others = scopes.map((scope) => ('id' in scope ? { ...scope, id: 'b' } : scope));
    const appointments = roles.flatMap((role) =>
      [...scopes, ...others.filter((scope) => 'id' in scope)].map((scope) => ({ role, scope })),
    );
    const keys = appointments.flatMap(({ role, scope }) => queueKeyOf(role, scope) ?? []);
    expect(keys).toHaveLength(4 + 2 + 3);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
