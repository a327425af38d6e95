import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeLocalDate } from '#shared/kernel/local-date.ts';
import { activeStages, type UsulPosition } from '#shared/records/usul.ts';
import {
  nameInstead,
  substitutionFor,
  type Substitution,
} from '#shared/workflow/assignment/substitution.ts';
import type { Scope } from '#shared/workflow/authority/account.ts';
import { deciderOf } from '#shared/workflow/authority/authority.ts';
import {
  applyAction,
  type EarlierDecision,
  type Holder,
  type WorkflowUsul,
} from '#shared/workflow/workflow.ts';

const people = 5;
const personOf = (n: number): Holder => ({
  id: `akun-${n}`,
  nip: `1980130120050110${10 + n}`,
  name: `Petugas ${n}`,
});
const dayOf = (n: number) => makeLocalDate(2026, 11, n)!;
const place: WorkflowUsul['place'] = {
  instansiId: 'kab',
  instansiKind: 'daerah',
  opdPath: ['dinas'],
  kanregId: 'kr',
  employeeId: 'asn',
};
const scopes: Readonly<Record<string, Scope>> = {
  verifikasi: { kind: 'opd', id: 'dinas' },
  validasi: { kind: 'kanreg', id: 'kr' },
  persetujuan: { kind: 'instansi', id: 'kab' },
};

interface Edge {
  readonly by: number;
  readonly holder: number;
  readonly from: number;
  readonly until: number;
  readonly given: boolean;
}

const person = fc.integer({ min: 0, max: people - 1 });
const edge: fc.Arbitrary<Edge> = fc.record({
  by: person,
  holder: person,
  from: fc.integer({ min: 1, max: 5 }),
  until: fc.integer({ min: 4, max: 9 }),
  given: fc.boolean(),
});
const attempt = fc.record({
  by: person,
  day: fc.integer({ min: 1, max: 9 }),
  assigned: fc.option(person, { nil: undefined }),
  outcome: fc.constantFrom('teruskan' as const, 'teruskan' as const, 'kembalikan' as const),
});

function substitutionsOf(edges: readonly Edge[], by: number): readonly Substitution[] {
  return edges.flatMap((one, at) =>
    one.by === by
      ? {
          id: `s${at}`,
          holderId: `tunjuk-${one.holder}`,
          holder: personOf(one.holder),
          kind: 'Plh.' as const,
          from: dayOf(one.from),
          until: dayOf(one.until),
          letterNumber: '800/1',
          given: one.given,
        }
      : [],
  );
}

describe('whoever acts in the place of another', () => {
  it('is no way round two pairs of eyes, own usul or a colleague’s, whoever substitutes whom', () => {
    fc.assert(
      fc.property(
        fc.array(edge, { maxLength: 12 }),
        fc.array(attempt, { minLength: 3, maxLength: 25 }),
        // The usul of one of them.
        person,
        (edges, attempts, owner) => {
          let position: UsulPosition = { kind: 'menunggu', stage: 'verifikasi' };
          let decided: readonly EarlierDecision[] = [];
          for (const { by, day, assigned, outcome } of attempts) {
            if (position.kind !== 'menunggu') return;
            const { stage } = position;
            const actor = personOf(by);
            const holder = assigned === undefined ? undefined : personOf(assigned);
            const found = substitutionFor(substitutionsOf(edges, by), actor, holder, dayOf(day));
            const usul: WorkflowUsul = {
              recordType: 'golongan',
              position,
              revision: 1,
              version: 1,
              place,
              employeeNip: personOf(owner).nip!,
              decided,
              ...(holder && { assignedTo: holder }),
            };
            const onBehalfOf = found && { onBehalfOf: found.holder };
            const by1 = { ...actor, ...onBehalfOf, role: deciderOf(stage), scope: scopes[stage]! };
            const step = applyAction(usul, by1, outcome, usul);
            if (!step.ok) continue;
            const both = [actor.id, found?.holder.id].filter((id) => id !== undefined);
            const before = activeStages.slice(0, activeStages.indexOf(stage));
            const earlier = decided
              .filter((one) => before.includes(one.stage))
              .flatMap((one) => [one.by.id, one.onBehalfOf?.id]);
            for (const id of both) expect(earlier).not.toContain(id);
            expect(both).not.toContain(personOf(owner).id);
            expect([undefined, ...both]).toContain(holder?.id);
            // One step: there is a letter for this very pair, valid on that day.
            const letters = edges.filter(
              (one) => one.by === by && one.from <= day && day <= one.until,
            );
            const holders = letters.map((one) => personOf(one.holder).id);
            expect([undefined, ...holders]).toContain(found?.holder.id);
            decided = [...decided, { stage, by: actor, ...onBehalfOf }];
            position = step.value.position;
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it('acts in nobody’s place on an own usul of the pool, unless the appointment is for that alone', () => {
    const at = (given: boolean) =>
      substitutionFor(
        substitutionsOf([{ by: 0, holder: 1, from: 1, until: 9, given }], 0),
        personOf(0),
        undefined,
        dayOf(5),
      );
    expect(at(false)).toBeUndefined();
    expect(at(true)?.holder).toEqual(personOf(1));
  });

  it('is named with the other, and the letter', () => {
    const [one] = substitutionsOf([{ by: 0, holder: 1, from: 1, until: 9, given: true }], 0);
    expect(nameInstead('Petugas 0', one!)).toBe('Petugas 0 a.n. Petugas 1, Plh., 800/1');
  });
});
