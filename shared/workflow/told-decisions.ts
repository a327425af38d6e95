import { withChosenReason } from '#shared/records/deletion/chosen-reason.ts';
import {
  deletionReasonSchema,
  type DeletionReason,
} from '#shared/records/deletion/deletion-claim.ts';
import type { Usul, UsulPosition } from '#shared/records/usul.ts';
import { deeds, verdictKinds, type FieldVerdict, type Verdict } from '#shared/workflow/decision.ts';
import { stageOf, stageWork } from '#shared/workflow/stage-work.ts';

type UsulEvent = Usul['history'][number];
type Told = Pick<Usul, 'history' | 'revision'>;

/** The verdict on a field that a decision before this one gave, and the role that gave it. */
export interface ToldVerdict {
  readonly verdict: Verdict;
  /** What the document says; empty where nothing was typed. */
  readonly seen: string;
  readonly by: string;
}

/** What offices did to an usul in the revision that it is in: decisions and answers, oldest first. */
export function deedsOnRevision({ history, revision }: Told): readonly UsulEvent[] {
  const known: readonly string[] = deeds;
  return history.filter((event) => event.revision === revision && known.includes(event.action));
}

/** The last verdict on each field that was given in this revision, by field. */
export function toldVerdicts(usul: Told): ReadonlyMap<string, ToldVerdict> {
  const told = new Map<string, ToldVerdict>();
  for (const { verdicts = [], actorRole: by } of deedsOnRevision(usul)) {
    for (const { field, verdict, seen } of verdicts) {
      // A newer server may know more verdicts than this version.
      const known = verdictKinds.find((kind) => kind === verdict);
      if (known) told.set(field, { verdict: known, seen, by });
    }
  }
  return told;
}

/** Whether the decision that comes next stands on the verdicts of those before it. */
export function adoptsVerdicts(position: UsulPosition): boolean {
  return stageWork[stageOf(position)].verdicts === 'terdahulu';
}

/** The verdict on each field that a decision stands on: its own, else the one that its stage adopts. */
export function effectiveVerdicts(
  usul: Told & Pick<Usul, 'position'>,
  own: readonly FieldVerdict[],
): ReadonlyMap<string, Verdict> {
  const adopted = adoptsVerdicts(usul.position) ? [...toldVerdicts(usul)] : [];
  return new Map([
    ...adopted.map(([field, { verdict }]) => [field, verdict] as const),
    ...own.map(({ field, verdict }) => [field, verdict] as const),
  ]);
}

/**
 * The usul as it is judged: a deletion that states no reason of the catalogue under the one that was chosen for it, by whoever
 * decides now, else by those on whom the stage stands.
 */
export function judgedUnder(usul: Usul, chosen: DeletionReason | undefined): Usul {
  return withChosenReason(usul, chosen ?? adoptedReason(usul));
}

function adoptedReason(usul: Usul): DeletionReason | undefined {
  if (!adoptsVerdicts(usul.position)) return undefined;
  const told = deedsOnRevision(usul).findLast((event) => event.deletionReason !== undefined);
  return deletionReasonSchema.safeParse(told?.deletionReason).data;
}
