import {
  defaultEvidenceTiming,
  type EvidencePorts,
  type EvidenceTiming,
} from '#renderer/core/evidence/evidence-ports.ts';
import { pageSurroundings } from '#renderer/core/evidence/surroundings.ts';
import { documentWarnings } from '#renderer/evidence/matching/document/document-warnings.ts';
import { fieldQueriesOf } from '#renderer/evidence/matching/field-queries.ts';
import { matchFields } from '#renderer/evidence/matching/match-fields.ts';

/** Where evidence comes from; everything but the reader has its real value when absent. */
export interface EvidenceSources extends Partial<
  Pick<EvidencePorts, 'reader' | 'matcher' | 'surroundings'>
> {
  readonly timing?: Partial<EvidenceTiming>;
}

type Completed = Pick<EvidencePorts, 'reader' | 'matcher' | 'surroundings' | 'timing' | 'clock'>;

/** The sources of a desk at work, with those given in their place. */
export function completeSources(given: EvidenceSources = {}): Completed {
  return {
    reader: given.reader ?? null,
    matcher: given.matcher ?? {
      queriesOf: fieldQueriesOf,
      match: matchFields,
      warn: documentWarnings,
    },
    surroundings: given.surroundings ?? pageSurroundings,
    timing: { ...defaultEvidenceTiming, ...given.timing },
    clock: () => performance.now(),
  };
}
