import { planDemo } from '#build/demo/plan/plan-demo.ts';
import type { DemoPlan, PlannedUsul } from '#build/demo/plan/demo-plan.ts';
import { demoSeed } from '#build/demo/seed.ts';
import { localDateOf } from '#shared/kernel/local-date.ts';
import { allScansVariable } from '#tests/e2e/support/long-run.ts';

/** Right scans that wait at the largest office: as many as a test of scans asks for. */
const honestScans = 4;

/**
 * The small demonstration of today. Of its right usul few are scans, so that most of what a test about something else opens
 * is read without the recogniser; what is planted in a scan stays there.
 */
export function planForTests(now: Date): DemoPlan {
  const plan = planDemo({ seed: demoSeed, today: localDateOf(now), size: 'small' });
  if (process.env[allScansVariable] !== undefined) return plan;
  const [largest] = plan.offices;
  const kept = new Set(
    plan.usuls
      .filter((usul) => isScanned(usul) && usul.fault === null && usul.opd === largest)
      .filter(({ kind, steps }) => kind !== 'hapus' && steps.length === 0)
      .toSorted((a, b) => a.deadline.localeCompare(b.deadline) || a.id.localeCompare(b.id))
      // The first of all is what most tests open.
      .slice(1, 1 + honestScans),
  );
  const usuls = plan.usuls.map((usul) =>
    kept.has(usul) || usul.fault !== null ? usul : madeOnComputers(usul),
  );
  return { ...plan, usuls };
}

/** Whether it has nothing but scans. */
export function isScanned({ documents }: PlannedUsul): boolean {
  return documents.every(({ recipe }) => recipe.medium.kind === 'scan');
}

function madeOnComputers(usul: PlannedUsul): PlannedUsul {
  const documents = usul.documents.map((document) => ({
    ...document,
    recipe: { ...document.recipe, medium: { kind: 'digital' as const } },
  }));
  return { ...usul, documents };
}
