import {
  defaultEvidenceTiming,
  type EvidencePorts,
  type EvidenceTiming,
} from '#renderer/core/evidence/evidence-ports.ts';
import { pageSurroundings } from '#renderer/core/evidence/surroundings.ts';
import { fieldQueriesOf } from '#renderer/evidence/matching/field-queries.ts';

/** Where evidence comes from; everything but the workers has its real value when absent. */
export interface EvidenceSources extends Partial<
  Pick<EvidencePorts, 'workers' | 'queriesOf' | 'surroundings'>
> {
  readonly timing?: Partial<EvidenceTiming>;
}

type Completed = Pick<EvidencePorts, 'workers' | 'queriesOf' | 'surroundings' | 'timing' | 'clock'>;

/** The sources of a desk at work, with those given in their place. */
export function completeSources(given: EvidenceSources = {}): Completed {
  return {
    workers: given.workers ?? null,
    queriesOf: given.queriesOf ?? fieldQueriesOf,
    surroundings: given.surroundings ?? pageSurroundings,
    timing: { ...defaultEvidenceTiming, ...given.timing },
    clock: () => performance.now(),
  };
}
