import { planOffices } from '#build/demo/offices/offices.ts';
import { planPeople } from '#build/demo/people/people.ts';
import { plantFindings } from '#build/demo/faults/plan-findings.ts';
import { plantFaults } from '#build/demo/faults/plan-faults.ts';
import { planAccounts } from '#build/demo/plan/plan-accounts.ts';
import type { DemoPlan, DemoRequest } from '#build/demo/plan/demo-plan.ts';
import { planSteps } from '#build/demo/plan/plan-steps.ts';
import { planOpdUsul } from '#build/demo/plan/plan-usul.ts';
import type { Opd } from '#build/demo/offices/offices.ts';

/** Usul per hundred employees: 2,280 in all, of which about 2,120 wait for a verifikator. */
const usulPerHundred = 76;
const smallCounts: Readonly<Record<string, number>> = { disdik: 72, dinkes: 22, 'kec-kencut': 10 };

/** Plans the whole demonstration. Pure: the same request gives the same plan; no file, clock or database is touched. */
export function planDemo(request: DemoRequest): DemoPlan {
  const offices = planOffices(request.seed, request.size);
  const people = planPeople(request.seed, offices, request.today);
  const made = offices.flatMap((opd) =>
    planOpdUsul(
      request,
      opd,
      people.filter((person) => person.opd === opd),
      usulCount(request, opd),
    ),
  );
  const faulty = plantFaults(
    request,
    made.map(({ usul }) => usul),
  );
  return {
    request,
    offices,
    people,
    accounts: planAccounts(request.seed, offices, people),
    ...plantFindings(request, {
      usuls: planSteps(request.seed, faulty),
      records: made.flatMap(({ records }) => records),
    }),
  };
}

function usulCount(request: DemoRequest, opd: Opd): number {
  return request.size === 'small'
    ? (smallCounts[opd.slug] ?? 0)
    : Math.round((opd.headcount * usulPerHundred) / 100);
}
