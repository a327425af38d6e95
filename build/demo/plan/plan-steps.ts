import { fieldsOf, fieldsToJudge } from '#shared/records/judged-fields.ts';
import { recordTypes } from '#shared/records/record-types.ts';
import { slipOf } from '#build/demo/plan/alter-values.ts';
import type {
  DemoRequest,
  FirstRound,
  PlannedStep,
  PlannedUsul,
} from '#build/demo/plan/demo-plan.ts';
import { type Random, makeRandom } from '#build/demo/random.ts';
import { isCorrectable } from '#shared/workflow/correction.ts';
import { stagesOf } from '#shared/workflow/authority/authority.ts';

/** What became of some of the usul; all others wait for the verifikator. Shares in parts of a thousand. */
const ways: readonly { readonly steps: readonly PlannedStep[]; readonly share: number }[] = [
  { steps: ['perbaikan', 'ajukan_ulang'], share: 30 },
  { steps: ['koordinasi'], share: 17 },
  { steps: ['perbaikan'], share: 17 },
  { steps: ['teruskan'], share: 34 },
];

/** What also became of some of the full demonstration's: those that BKN forwards, too, and answers and returns of BKPSDM. */
const laterWays: typeof ways = [
  { steps: ['teruskan', 'teruskan'], share: 30 },
  { steps: ['koordinasi', 'jawab'], share: 6 },
  { steps: ['teruskan', 'kembalikan'], share: 6 },
];

/** So many usul of the full demonstration wait for BKPSDM with a value that the verifikator put right. */
const mostCorrected = 3;

/**
 * Moves a few usul on, almost all of them without fault; `teruskan` leads to validasi or persetujuan as the record type has
 * it.
 */
export function planSteps(
  { seed, size }: Pick<DemoRequest, 'seed' | 'size'>,
  usuls: readonly PlannedUsul[],
): PlannedUsul[] {
  const random = makeRandom(seed, 'langkah');
  const all = size === 'full' ? [...ways, ...laterWays] : ways;
  const corrected = new Set(
    size === 'full' ? usuls.filter(mayBeCorrected).slice(0, mostCorrected) : [],
  );
  return usuls.map((usul) => {
    const drawn = random.fraction() * 1000;
    if (corrected.has(usul)) return { ...usul, steps: ['teruskan'] };
    if (usul.fault) return usul;
    let limit = 0;
    for (const { steps: way, share } of all) {
      limit += share;
      if (drawn >= limit) continue;
      const steps = stepsOf(usul, way);
      const firstRound = steps[0] === 'perbaikan' ? planFirstRound(usul, random) : null;
      return { ...usul, steps, firstRound };
    }
    return usul;
  });
}

/** A number that differs from its document, and can be put right by it. */
function mayBeCorrected({ fault, kind, recordType }: PlannedUsul): boolean {
  if (fault?.kind !== 'angka_berubah' || kind === 'hapus') return false;
  const specs = fieldsOf(recordTypes[recordType]);
  return fault.fields.every((name) => {
    const spec = specs.find((one) => one.name === name);
    return spec && isCorrectable(spec) && fault.documentSays[name] !== undefined;
  });
}

/** A way as the stages of the record type allow it: who sends back is the last of them, and what was approved stays open. */
function stepsOf({ recordType }: PlannedUsul, way: readonly PlannedStep[]): readonly PlannedStep[] {
  if (way[0] !== 'teruskan' || way.length < 2) return way;
  const forwards = stagesOf(recordType)
    .slice(1)
    .map((): PlannedStep => 'teruskan');
  return way.at(-1) === 'kembalikan' ? [...forwards, 'kembalikan'] : forwards;
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
