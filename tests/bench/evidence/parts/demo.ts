import type { PlannedUsul } from '#build/demo/plan/demo-plan.ts';
import { askedOver } from '#tests/bench/evidence/demo/asked-usul.ts';
import { drawUsul } from '#tests/bench/evidence/demo/drawn-usul.ts';
import {
  type HonestUsul,
  judgeHonest,
  noticedBy,
  type Notice,
  noticeOf,
} from '#tests/bench/evidence/demo/judge-demo.ts';
import {
  type DemoSample,
  sampleDemo,
  shownFaults,
} from '#tests/bench/evidence/demo/sample-demo.ts';
import { showUsul } from '#tests/bench/evidence/demo/shown-usul.ts';
import { otherUsesOf } from '#tests/bench/evidence/demo/other-uses.ts';
import { writeDetails } from '#tests/bench/evidence/measure/details.ts';
import { percent, percentText } from '#tests/bench/evidence/measure/share.ts';
import type { Part, World } from '#tests/bench/evidence/world.ts';

const wholeSample = { ofEachFault: 15, honest: 100 };
const smallSample = { ofEachFault: 2, honest: 10 };

interface FaultNotice extends Notice {
  readonly kind: string;
  readonly usul: string;
  readonly asked: readonly string[];
}

interface JudgedHonest extends HonestUsul {
  readonly usul: string;
  readonly asked: readonly string[];
}

/** The planted faults of the demonstration: would the screen have shown them, and what does it say of honest usul? */
export const demo: Part = {
  name: 'demo',
  needsFixtures: false,
  async run(world) {
    const sample = sampleDemo(world.small ? smallSample : wholeSample);
    const faults: FaultNotice[] = [];
    const honest: JudgedHonest[] = [];
    await readSample(sample, world, {
      onFaulty: (fault) => faults.push(fault),
      onHonest: (one) => honest.push(one),
    });
    const details = await writeDetails('demo', { faults, honest });
    return {
      lines: [...faultTable(faults), '', ...honestLines(honest), `What lies behind: ${details}`],
      figures: {
        demoFaults: faults.length,
        demoFaultsNotShownPercent: percent(
          faults.filter(({ noticed }) => noticed === 'nothing').length,
          faults.length,
        ),
        demoFaultsNotAskedPercent: percent(
          faults.filter(({ asked }) => asked.length === 0).length,
          faults.length,
        ),
        demoHonestUsul: honest.length,
        demoHonestAskedPercent: percent(
          honest.filter(({ asked }) => asked.length > 0).length,
          honest.length,
        ),
        demoHonestWarnedPercent: percent(
          honest.filter(({ warnings }) => warnings.length > 0).length,
          honest.length,
        ),
        demoHonestFieldsNotFoundPercent: percent(
          honest.reduce((sum, { left }) => sum + left.length, 0),
          honest.reduce((sum, { fields }) => sum + fields, 0),
        ),
      },
      budgets: {
        demoHonestWarnedPercent: 3,
        demoHonestAskedPercent: 1,
        demoFaultsNotAskedPercent: 0,
      },
    };
  },
};

async function readSample(
  { plan, faulty, honest }: DemoSample,
  world: World,
  tell: { onFaulty: (fault: FaultNotice) => void; onHonest: (one: JudgedHonest) => void },
): Promise<void> {
  const reader = await world.reader();
  const otherUses = otherUsesOf(plan);
  world.progress.begin('reading the demonstration', faulty.length + honest.length);
  for (const planned of [...faulty, ...honest]) {
    if (world.signal.aborted) return;
    const drawn = await drawUsul(plan, planned);
    const shown = await showUsul(reader, drawn, otherUses(planned));
    const asked = askedOver(drawn.usul, shown, plan.request.today);
    const about = { usul: nameOf(planned), asked };
    if (planned.fault === null) tell.onHonest({ ...judgeHonest(planned, shown), ...about });
    else tell.onFaulty({ kind: planned.fault.kind, ...noticeOf(planned, shown), ...about });
    world.progress.step();
  }
}

function nameOf({ id, recordType, kind, documents }: PlannedUsul): string {
  const media = documents.map(({ recipe }) => recipe.medium.kind).join('+');
  return `${recordType} ${kind} ${media} ${id}`;
}

function faultTable(faults: readonly FaultNotice[]): readonly string[] {
  return [
    `${'planted fault'.padEnd(24)}${'usul'.padStart(6)}${noticedBy.map((way) => way.padStart(15)).join('')}     shown`,
    ...shownFaults.map((kind) => {
      const own = faults.filter((fault) => fault.kind === kind);
      const counts = noticedBy.map((way) => own.filter(({ noticed }) => noticed === way).length);
      const shown = own.length - (counts.at(-1) ?? 0);
      return `${kind.padEnd(24)}${String(own.length).padStart(6)}${counts.map((count) => String(count).padStart(15)).join('')}  ${percentText(shown, own.length)}`;
    }),
    ...faults
      .filter(({ noticed }) => noticed === 'nothing')
      .map(({ kind, usul, fields }) => `  ${kind}, ${usul}: ${fields.join('; ')}`),
    'data_ganda and riwayat_melompat are left out: their documents agree with what is proposed; the rules find them.',
    ...faults
      .filter(({ asked }) => asked.length === 0)
      .map(
        ({ kind, usul, fields }) =>
          `  passes without a question: ${kind}, ${usul}: ${fields.join('; ')}`,
      ),
  ];
}

function honestLines(honest: readonly JudgedHonest[]): readonly string[] {
  const warned = honest.filter(({ warnings }) => warnings.length > 0);
  const differing = honest.filter((one) => one.differing.length > 0);
  const [found, fields] = [
    honest.reduce((sum, one) => sum + one.fields - one.left.length, 0),
    honest.reduce((sum, one) => sum + one.fields, 0),
  ];
  return [
    `${honest.length} honest usul: ${warned.length} with a false warning; ${differing.length} with a field of which another value is said to stand there; ${found} of ${fields} fields ditemukan (${percentText(found, fields).trim()}).`,
    ...warned.slice(0, 10).map(({ usul, warnings }) => `  ${usul}: ${warnings.join(', ')}`),
    ...differing.slice(0, 10).map((one) => `  ${one.usul}: differs in ${one.differing.join(', ')}`),
    ...honest
      .filter(({ asked }) => asked.length > 0)
      .slice(0, 10)
      .map(({ usul, asked }) => `  ${usul}: asked about, though honest: ${asked.join(', ')}`),
  ];
}
