import { planOffices } from '#build/demo/offices/offices.ts';
import { planPeople } from '#build/demo/people/people.ts';
import { plantFindings } from '#build/demo/faults/plan-findings.ts';
import { plantFaults } from '#build/demo/faults/plan-faults.ts';
import { planAccounts } from '#build/demo/plan/plan-accounts.ts';
import type { DemoPlan, DemoRequest, PlannedRecord } from '#build/demo/plan/demo-plan.ts';
import { planSteps } from '#build/demo/plan/plan-steps.ts';
import { planOpdUsul, type UsulWithRecords } from '#build/demo/plan/plan-usul.ts';
import { recentAssessments } from '#build/demo/records/skp.ts';
import { makeObjectId } from '#build/demo/random.ts';
import type { Person } from '#build/demo/people/person.ts';
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
      usuls: planSteps(request, faulty),
      records: [...made.flatMap(({ records }) => records), ...planRecentSkp(request, people, made)],
    }),
  };
}

/** Everybody has the assessments of the last two years, but for those whose usul is about just these. */
function planRecentSkp(
  { seed, today }: DemoRequest,
  people: readonly Person[],
  made: readonly UsulWithRecords[],
): readonly PlannedRecord[] {
  const ofSkp = new Map(
    made.flatMap((one) => (one.usul.recordType === 'skp' ? [[one.usul.person, one] as const] : [])),
  );
  return people.flatMap((person) => {
    const own = ofSkp.get(person);
    if (own && own.usul.kind !== 'hapus') return [];
    const years = new Set(own?.records.map(({ values }) => values['tahun']));
    return recentAssessments(person, today)
      .filter(({ tahun }) => !years.has(tahun))
      .map((values): PlannedRecord => {
        const id = makeObjectId(seed, 'skp terakhir', person.id, values['tahun'] ?? '');
        return { id, personId: person.id, recordType: 'skp', values };
      });
  });
}

function usulCount(request: DemoRequest, opd: Opd): number {
  return request.size === 'small'
    ? (smallCounts[opd.slug] ?? 0)
    : Math.round((opd.headcount * usulPerHundred) / 100);
}
