import { fieldsToJudge } from '#shared/records/judged-fields.ts';
import { slipOf } from '#build/demo/plan/alter-values.ts';
import type { FirstRound, PlannedStep, PlannedUsul } from '#build/demo/plan/demo-plan.ts';
import { type Random, makeRandom } from '#build/demo/random.ts';

/** What became of some of the usul; all others wait for the verifikator. Shares in parts of a thousand. */
const ways: readonly { readonly steps: readonly PlannedStep[]; readonly share: number }[] = [
  { steps: ['perbaikan', 'ajukan_ulang'], share: 30 },
  { steps: ['koordinasi'], share: 17 },
  { steps: ['perbaikan'], share: 17 },
  { steps: ['teruskan'], share: 34 },
];

/** Moves a few usul without fault on; `teruskan` leads to validasi or persetujuan as the record type has it. */
export function planSteps(seed: string, usuls: readonly PlannedUsul[]): PlannedUsul[] {
  const random = makeRandom(seed, 'langkah');
  return usuls.map((usul) => {
    const drawn = random.fraction() * 1000;
    if (usul.fault) return usul;
    let limit = 0;
    for (const { steps, share } of ways) {
      limit += share;
      if (drawn >= limit) continue;
      const firstRound = steps[0] === 'perbaikan' ? planFirstRound(usul, random) : null;
      return { ...usul, steps, firstRound };
    }
    return usul;
  });
}

function planFirstRound(usul: PlannedUsul, random: Random): FirstRound | null {
  if (usul.kind === 'hapus') return null;
  for (const field of random.shuffle(fieldsToJudge(usul))) {
    if (field.format.kind !== 'documentNumber' && field.format.kind !== 'date') continue;
    const right = usul.values[field.name];
    const value = right && slipOf(field.format, right, random);
    if (value && value !== right) return { field: field.name, value };
  }
  return null;
}
