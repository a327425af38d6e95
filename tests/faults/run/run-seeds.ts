import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { projectRoot } from '#build/project-root.ts';
import {
  removeEmbeddedPostgres,
  startEmbeddedPostgres,
} from '#server/postgres/embedded-postgres.ts';
import type { Sabotage } from '#tests/faults/judge/sabotage.ts';
import { readAppFiles } from '#tests/faults/network/app-files.ts';
import { makePlan } from '#tests/faults/plan/make-plan.ts';
import type { RunFacts } from '#tests/faults/run/report.ts';
import { runSeed, type SeedResult } from '#tests/faults/run/run-seed.ts';
import { buildParts, clientFolder } from '#tests/faults/world/build-parts.ts';
import { makeTemplate, openLane, type Lane } from '#tests/faults/world/lane.ts';
import { makeClusterFolder } from '#tests/support/cluster-folder.ts';

/** A seed and what is spoiled in it on purpose. */
export interface PlannedSeed {
  readonly seed: number;
  readonly sabotage: Sabotage | null;
}

/** What a run is asked for. */
export interface RunOptions {
  readonly seeds: readonly PlannedSeed[];
  /** Spoiled on purpose; they run when everything else is judged, and are not part of the figures. */
  readonly proofs: readonly PlannedSeed[];
  /** How often the person of a seed decides. */
  readonly decisions: number;
  /** How many seeds run at the same time. */
  readonly lanes: number;
  readonly chromium: string;
  /** Whether to keep the story of seeds that passed, too. */
  readonly keepStories: boolean;
  /** Told of every seed when it is done. */
  readonly onSeed: (result: SeedResult, planned: PlannedSeed) => void;
}

/** Where the story of a failed seed is kept. */
const logFolder = path.join(projectRoot, 'test-results', 'faults');

/** Runs the seeds, several at a time, on one PostgreSQL; each lane has a server and a database of its own. */
export async function runSeeds(options: RunOptions): Promise<RunFacts> {
  const startedAt = performance.now();
  await buildParts();
  const app = await readAppFiles(clientFolder);
  const folder = await makeClusterFolder('meja-faults-');
  const postgres = await startEmbeddedPostgres(folder, { durable: false, maxConnections: 150 });
  const lanes: Lane[] = [];
  try {
    await makeTemplate(postgres.url);
    for (let n = 0; n < Math.min(options.lanes, options.seeds.length); n += 1) {
      lanes.push(await openLane(postgres.url, folder, `jalur_${n}`));
    }
    const runAll = async (seeds: readonly PlannedSeed[]): Promise<readonly SeedResult[]> => {
      const queue = [...seeds];
      const results: SeedResult[] = [];
      const work = async (lane: Lane): Promise<void> => {
        for (let planned = queue.shift(); planned; planned = queue.shift()) {
          const { chromium, decisions } = options;
          const result = await runSeed({ ...planned, decisions, lane, app, chromium });
          results.push(result);
          if (!result.ok || options.keepStories) await keepStory(result, decisions);
          options.onSeed(result, planned);
        }
      };
      await Promise.all(lanes.map(work));
      return results;
    };
    const results = await runAll(options.seeds);
    const whole = await Promise.all(lanes.map((lane) => lane.chainIsWhole()));
    const counting = await Promise.all(lanes.map((lane) => lane.countsPages()));
    const uncounted = counting.filter((counts) => !counts).length;
    const seconds = Math.round((performance.now() - startedAt) / 1000);
    await runAll(options.proofs);
    return { results, chainsWhole: whole.every(Boolean), uncounted, seconds };
  } finally {
    for (const lane of lanes) await lane.stop();
    await postgres.stop();
    await removeEmbeddedPostgres(folder);
    await rm(folder, { recursive: true, force: true });
  }
}

async function keepStory(result: SeedResult, decisions: number): Promise<void> {
  const { seed, verdict, troubles, lines } = result;
  await mkdir(logFolder, { recursive: true });
  const plan = makePlan(seed, decisions).map((act) => JSON.stringify(act));
  const { delivered: _, returned: __, ...wrong } = verdict;
  const parts = [
    JSON.stringify(wrong, null, 2),
    ...troubles,
    '',
    'PLAN',
    ...plan,
    '',
    'STORY',
    ...lines,
  ];
  await writeFile(path.join(logFolder, `seed-${seed}.log`), `${parts.join('\n')}\n`);
}
