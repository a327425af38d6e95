import { demoSeed } from '#server/commands/seed.ts';
import { planDemo } from '#server/seed/plan/plan-demo.ts';
import { localDateOf } from '#shared/kernel/local-date.ts';
for (const today of [localDateOf(new Date()), '2026-12-31', '2027-03-01'] as const) {
const plan = planDemo({ seed: demoSeed, today: today as never, size: 'small' });
const own = plan.usuls.filter((u) => u.opd.slug === 'disdik' && u.documents.every(d => d.recipe.medium.kind === 'scan') && u.kind !== 'hapus');
console.log(today, own.length, own.map((u) => u.fault?.kind ?? '-').join(' '), own.map(u=>u.steps.join('/')).join(' '));
}
