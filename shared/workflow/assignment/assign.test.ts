import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  assign,
  assignAll,
  type Candidate,
  type UnassignedUsul,
} from '#shared/workflow/assignment/assign.ts';
import { otherUnor, type AssignmentRule } from '#shared/workflow/assignment/assignment-rule.ts';

const inTurn: AssignmentRule = { kind: 'bergilir' };
const idOf = (n: number) => `p${n}`;
const nipOf = (n: number) => `1980130120050110${String(n).padStart(2, '0')}`;

function candidate(n: number, change: Partial<Candidate> = {}): Candidate {
  const person = { id: `akun-${n}`, nip: nipOf(n) };
  return { appointmentId: idOf(n), person, onLeave: false, inTurn: true, load: 0, ...change };
}

function usulOf(asn: number, change: Partial<UnassignedUsul> = {}): UnassignedUsul {
  return {
    stage: 'verifikasi',
    unorId: 'u',
    employeeId: `asn-${asn}`,
    // Numbers above those of the candidates.
    employeeNip: nipOf(50 + (asn % 50)),
    decided: [],
    coveredBy: new Set(Array.from({ length: 20 }, (_, n) => idOf(n))),
    before: null,
    sameAsn: null,
    ...change,
  };
}

const people = (count: number) => Array.from({ length: count }, (_, n) => candidate(n));
const some = fc.integer({ min: 1, max: 12 });
const asns = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 120 });
const runs = { numRuns: 50 };

describe('in turn', () => {
  it('keeps the usul of one ASN together, whatever their order', () => {
    fc.assert(
      fc.property(some, asns, (count, list) => {
        const given = assignAll(
          list.map((asn) => usulOf(asn)),
          inTurn,
          people(count),
        );
        const holders = new Map<number, Set<string | null>>();
        list.forEach((asn, at) => {
          holders.set(asn, (holders.get(asn) ?? new Set()).add(given[at]!.to));
        });
        expect([...holders.values()].every(({ size }) => size === 1)).toBe(true);
      }),
      runs,
    );
  });

  it('gives each as much as the others, but for one usul, where each ASN has one', () => {
    fc.assert(
      fc.property(some, fc.integer({ min: 1, max: 100 }), (count, usuls) => {
        const list = Array.from({ length: usuls }, (_, asn) => usulOf(asn));
        const given = assignAll(list, inTurn, people(count));
        const loads = people(count).map(
          ({ appointmentId }) => given.filter(({ to }) => to === appointmentId).length,
        );
        expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
      }),
      runs,
    );
  });

  it('leaves with its holder what an ASN has there already when somebody joins or another one leaves', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 12 }), asns, (count, list) => {
        const first = assignAll(
          list.map((asn) => usulOf(asn)),
          inTurn,
          people(count),
        );
        const gone = idOf(0);
        const later = [...people(count + 1)].filter(({ appointmentId }) => appointmentId !== gone);
        list.forEach((asn, at) => {
          const had = first[at]!.to;
          if (had === gone) return;
          expect(assign(usulOf(asn, { sameAsn: had }), inTurn, later).to).toBe(had);
        });
      }),
      runs,
    );
  });

  it('gives it back to whoever had it in an earlier round, before it keeps an ASN together', () => {
    const asked = usulOf(1, { before: idOf(2), sameAsn: idOf(1) });
    expect(assign(asked, inTurn, people(3)).to).toBe(idOf(2));
  });

  it('does not give all that comes one by one to the first of the list', () => {
    const alone = Array.from({ length: 40 }, (_, asn) => assign(usulOf(asn), inTurn, people(4)).to);
    expect(new Set(alone).size).toBe(4);
  });
});

describe('nobody gets', () => {
  it('an own usul, one decided at an earlier stage, or any while on leave; the skip is told', () => {
    const asked = usulOf(1, {
      stage: 'persetujuan',
      employeeNip: nipOf(0),
      decided: [
        { stage: 'verifikasi', by: { id: 'akun-1' } },
        { stage: 'validasi', by: { id: 'x' }, onBehalfOf: { nip: nipOf(4) } },
      ],
    });
    const all = [
      candidate(0),
      candidate(1),
      candidate(2, { onLeave: true }),
      candidate(3, { load: 9 }),
      candidate(4),
    ];
    expect(assign(asked, inTurn, all)).toEqual({
      to: idOf(3),
      skipped: [
        { appointmentId: idOf(0), why: 'milik_sendiri' },
        { appointmentId: idOf(1), why: 'sudah_memutus' },
        { appointmentId: idOf(2), why: 'cuti' },
        { appointmentId: idOf(4), why: 'sudah_memutus' },
      ],
    });
  });

  it('anything where nobody is left: it lies in the pool', () => {
    const away = people(3).map((one) => ({ ...one, onLeave: true }));
    const assigned = assign(usulOf(1, { before: idOf(0), sameAsn: idOf(1) }), inTurn, away);
    expect(assigned).toMatchObject({ to: null, skipped: [{}, {}, {}] });
    expect(assign(usulOf(1), inTurn, [])).toEqual({ to: null, skipped: [] });
  });

  it('anything by the pool or by hand, unless he or she had it in an earlier round', () => {
    for (const rule of [{ kind: 'kolam', ambil: true }, { kind: 'manual' }] as const) {
      expect(assign(usulOf(1, { sameAsn: idOf(0) }), rule, people(3)).to).toBeNull();
      expect(assign(usulOf(1, { before: idOf(0) }), rule, people(3)).to).toBe(idOf(0));
    }
  });

  it('what his or her scope does not cover, nor anything in turn who only had it before', () => {
    const coveredBy = new Set([idOf(1), idOf(2)]);
    const all = [candidate(0), candidate(1, { load: 5 }), candidate(2, { inTurn: false })];
    expect(assign(usulOf(1, { coveredBy, before: idOf(0) }), inTurn, all).to).toBe(idOf(1));
    expect(assign(usulOf(1, { coveredBy, before: idOf(2) }), inTurn, all).to).toBe(idOf(2));
  });
});

describe('by unor', () => {
  const rule: AssignmentRule = {
    kind: 'per_unor',
    people: { a: [idOf(0)], b: [idOf(1), idOf(2)], [otherUnor]: [idOf(3)] },
  };
  const to = (unorId: string, change: Partial<Candidate> = {}, by: AssignmentRule = rule) =>
    assign(usulOf(1, { unorId }), by, [
      candidate(0),
      candidate(1, change),
      candidate(2),
      candidate(3),
    ]).to;

  it('goes to the people of its unor, the one with least first, else to those of the others', () => {
    expect(to('a')).toBe(idOf(0));
    expect(to('b', { load: 1 })).toBe(idOf(2));
    expect(to('c')).toBe(idOf(3));
  });

  it('lies in the pool where the rule names nobody, or somebody who is there no longer', () => {
    const gone: AssignmentRule = { kind: 'per_unor', people: { a: ['pergi'] } };
    for (const unorId of ['a', 'b', 'constructor', '__proto__']) {
      expect(to(unorId, {}, gone)).toBeNull();
    }
  });
});
