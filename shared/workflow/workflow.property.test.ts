import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Scope } from '#shared/workflow/authority/account.ts';
import { roles, type Role } from '#shared/workflow/authority/roles.ts';
import { recordTypeIds } from '#shared/records/record-type.ts';
import { activeStages, type UsulPosition } from '#shared/records/usul.ts';
import {
  applyAction,
  type Actor,
  type WorkflowAction,
  type WorkflowUsul,
} from '#shared/workflow/workflow.ts';

interface Attempt {
  readonly actor: Actor;
  readonly action: WorkflowAction;
}

const place: WorkflowUsul['place'] = {
  instansiId: 'kab',
  instansiKind: 'daerah',
  opdPath: ['dinas'],
  kanregId: 'kr',
  employeeId: 'asn',
};
const employeeNip = '198013012005011001';

const actors: readonly Actor[] = [
  { role: 'asn', scope: { kind: 'employee', id: 'asn' } },
  { role: 'verifikator', scope: { kind: 'opd', id: 'dinas' } },
  { role: 'validator', scope: { kind: 'kanreg', id: 'kr' } },
  { role: 'approver', scope: { kind: 'instansi', id: 'kab' } },
];

// What moves an usul on is drawn more often than what ends it early, so that histories get far.
const action: fc.Arbitrary<WorkflowAction> = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom('teruskan', 'jawab', 'ajukan_ulang') },
  { weight: 2, arbitrary: fc.constantFrom('perbaikan', 'koordinasi', 'kembalikan') },
  { weight: 1, arbitrary: fc.constantFrom('tolak', 'tarik') },
);
const recordType = fc.constantFrom(...recordTypeIds);
const attempt: fc.Arbitrary<Attempt> = fc.record({ actor: fc.constantFrom(...actors), action });
const history = fc.array(attempt, { minLength: 20, maxLength: 100 });
const position: fc.Arbitrary<UsulPosition> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('menunggu' as const, 'koordinasi' as const),
    stage: fc.constantFrom(...activeStages),
  }),
  fc.record({
    kind: fc.constant('perbaikan' as const),
    returnedFrom: fc.constantFrom(...activeStages),
  }),
  fc.record({
    kind: fc.constant('selesai' as const),
    result: fc.constantFrom('disetujui' as const, 'ditolak' as const, 'ditarik' as const),
  }),
);
const anyUsul: fc.Arbitrary<WorkflowUsul> = fc.record({
  recordType,
  position,
  revision: fc.integer({ min: 1, max: 50 }),
  version: fc.integer({ min: 1, max: 50 }),
  place: fc.constant(place),
  employeeNip: fc.constant(employeeNip),
});

const needsBkn = new Set<string>(['pendidikan', 'golongan', 'pmk', 'cltn', 'pindah_instansi']);

describe('the workflow, over random histories', () => {
  it('approves no usul that skipped a stage which its record type needs, since it was last submitted', () => {
    let approved = 0;
    fc.assert(
      fc.property(recordType, history, (type, attempts) => {
        const { usul, steps } = play(submitted(type), attempts);
        if (usul.position.kind !== 'selesai' || usul.position.result !== 'disetujui') return true;
        approved += 1;
        const last = steps.findLastIndex(
          (step) => step.action === 'ajukan_ulang' || step.action === 'kembalikan',
        );
        const passed = steps
          .slice(last + 1)
          .filter((step) => step.action === 'teruskan')
          .map((step) => step.role);
        const bkn: readonly Role[] = needsBkn.has(type) ? ['validator'] : [];
        return passed.join() === ['verifikator', ...bkn, 'approver'].join();
      }),
      { numRuns: 2000 },
    );
    // The histories must reach what they are to prove.
    expect(approved).toBeGreaterThan(100);
  });

  it('reaches approval at all for every record type', () => {
    for (const type of recordTypeIds) {
      const forward = [1, 2, 3].flatMap(() =>
        actors.map((actor): Attempt => ({ actor, action: 'teruskan' })),
      );
      const { usul } = play(submitted(type), forward);
      expect(usul.position).toEqual({ kind: 'selesai', result: 'disetujui' });
    }
  });

  it('never leaves selesai', () => {
    fc.assert(
      fc.property(anyUsul, attempt, (usul, { actor, action: tried }) => {
        fc.pre(usul.position.kind === 'selesai');
        expect(applyAction(usul, actor, tried, usul).ok).toBe(false);
      }),
    );
  });

  it('can always end: from every open position two steps or fewer reach selesai', () => {
    fc.assert(
      fc.property(anyUsul, (usul) => {
        fc.pre(usul.position.kind !== 'selesai');
        expect(shortestEnd(usul)).toBeLessThanOrEqual(2);
      }),
    );
  });

  it('ends by decisions alone under any fair sequence: once everybody moves it forward, it is approved', () => {
    fc.assert(
      fc.property(recordType, history, (type, attempts) => {
        const { usul } = play(submitted(type), attempts);
        const forward: readonly WorkflowAction[] = ['jawab', 'ajukan_ulang', 'teruskan'];
        const fair = Array.from({ length: 5 }, () =>
          actors.flatMap((actor) => forward.map((step): Attempt => ({ actor, action: step }))),
        ).flat();
        expect(play(usul, fair).usul.position.kind).toBe('selesai');
      }),
      { numRuns: 500 },
    );
  });

  it('raises the version by one with every step, and the revision only with a resubmission', () => {
    fc.assert(
      fc.property(anyUsul, attempt, (usul, { actor, action: tried }) => {
        const step = applyAction(usul, actor, tried, usul);
        fc.pre(step.ok);
        expect(step.value.version).toBe(usul.version + 1);
        expect(step.value.revision).toBe(usul.revision + (tried === 'ajukan_ulang' ? 1 : 0));
      }),
    );
  });

  it('refuses every judged state but the present one', () => {
    const number = fc.integer({ min: 1, max: 50 });
    fc.assert(
      fc.property(anyUsul, attempt, number, number, (usul, tried, revision, version) => {
        fc.pre(revision !== usul.revision || version !== usul.version);
        const step = applyAction(usul, tried.actor, tried.action, { revision, version });
        expect(step).toEqual({ ok: false, error: { kind: 'usul_berubah' } });
      }),
    );
  });

  it('refuses every foreign scope, whatever the role and the state', () => {
    const foreign = fc.constantFrom<Scope>(
      { kind: 'opd', id: 'lain' },
      { kind: 'instansi', id: 'lain' },
      { kind: 'kanreg', id: 'lain' },
      { kind: 'bkn_pusat' },
      { kind: 'employee', id: 'lain' },
    );
    fc.assert(
      fc.property(
        anyUsul,
        fc.constantFrom(...roles),
        foreign,
        action,
        (usul, role, scope, tried) => {
          const step = applyAction(usul, { role, scope }, tried, usul);
          expect(step).toEqual({ ok: false, error: { kind: 'bukan_wewenang' } });
        },
      ),
    );
  });
});

describe('an own usul', () => {
  it('is decided, answered and returned by nobody who is its employee, whatever the role and the state', () => {
    const office = actors.filter(({ role }) => role !== 'asn');
    fc.assert(
      fc.property(anyUsul, fc.constantFrom(...office), action, (usul, actor, tried) => {
        const step = applyAction(usul, { ...actor, nip: employeeNip }, tried, usul);
        expect(step.ok ? 'ok' : step.error.kind).toBe('milik_sendiri');
        const stranger = { ...actor, nip: '198013012005011002' };
        expect(applyAction(usul, stranger, tried, usul)).toEqual(
          applyAction(usul, actor, tried, usul),
        );
      }),
    );
  });
});

describe('two pairs of eyes, over random histories', () => {
  // Three people, each of whom holds every appointment.
  const everybody = ['a', 'b', 'c'].flatMap((id) => actors.map((actor) => ({ ...actor, id })));
  const busy = fc.array(fc.record({ actor: fc.constantFrom(...everybody), action }), {
    minLength: 30,
    maxLength: 120,
  });

  it('nobody decides what he or she decided at an earlier stage of the revision, so two people stand behind all that is approved', () => {
    let approved = 0;
    let refused = 0;
    fc.assert(
      fc.property(recordType, busy, (type, attempts) => {
        let usul = submitted(type);
        for (const { actor, action: tried } of attempts) {
          const step = applyAction(usul, actor, tried, usul);
          if (!step.ok) {
            if (step.error.kind === 'sudah_memutus') refused += 1;
            continue;
          }
          const { position: at, decided = [] } = usul;
          const made =
            at.kind === 'menunggu' && tried !== 'tarik'
              ? [{ stage: at.stage, by: { id: actor.id } }]
              : [];
          const before = activeStages.slice(
            0,
            activeStages.indexOf(made[0]?.stage ?? 'verifikasi'),
          );
          const own = decided.filter(({ by }) => by.id === actor.id);
          expect(own.filter(({ stage }) => before.includes(stage))).toEqual([]);
          const isNewRevision = step.value.revision > usul.revision;
          usul = { ...usul, ...step.value, decided: isNewRevision ? [] : [...decided, ...made] };
        }
        if (usul.position.kind !== 'selesai' || usul.position.result !== 'disetujui') return;
        approved += 1;
        const people = new Set(usul.decided?.map(({ by }) => by.id));
        expect(people.size).toBeGreaterThan(1);
      }),
      { numRuns: 1000 },
    );
    expect(approved).toBeGreaterThan(50);
    expect(refused).toBeGreaterThan(50);
  });
});

function submitted(type: WorkflowUsul['recordType']): WorkflowUsul {
  const start: UsulPosition = { kind: 'menunggu', stage: 'verifikasi' };
  return { recordType: type, position: start, revision: 1, version: 1, place, employeeNip };
}

function play(
  start: WorkflowUsul,
  attempts: readonly Attempt[],
): {
  readonly usul: WorkflowUsul;
  readonly steps: readonly { readonly role: Role; readonly action: WorkflowAction }[];
} {
  let usul = start;
  const steps: { role: Role; action: WorkflowAction }[] = [];
  for (const { actor, action: tried } of attempts) {
    const step = applyAction(usul, actor, tried, usul);
    if (step.ok) {
      usul = { ...usul, ...step.value };
      steps.push({ role: actor.role, action: tried });
    }
  }
  return { usul, steps };
}

function shortestEnd(usul: WorkflowUsul): number {
  const decide: readonly WorkflowAction[] = ['tolak', 'jawab', 'ajukan_ulang'];
  let reached: readonly WorkflowUsul[] = [usul];
  for (let steps = 0; steps <= 4; steps += 1) {
    if (reached.some((one) => one.position.kind === 'selesai')) return steps;
    reached = reached.flatMap((one) =>
      actors.flatMap((actor) =>
        decide.flatMap((tried) => {
          const step = applyAction(one, actor, tried, one);
          return step.ok ? [{ ...one, ...step.value }] : [];
        }),
      ),
    );
  }
  return Number.POSITIVE_INFINITY;
}
