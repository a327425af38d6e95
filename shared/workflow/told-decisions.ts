import { withChosenReason } from '#shared/records/deletion/chosen-reason.ts';
import {
  deletionReasonSchema,
  type DeletionReason,
} from '#shared/records/deletion/deletion-claim.ts';
import type { Usul, UsulPosition } from '#shared/records/usul.ts';
import { correctionSchema, type Correction } from '#shared/workflow/correction.ts';
import {
  deeds,
  judgements,
  type Decision,
  type FieldVerdict,
  type Judgement,
} from '#shared/workflow/decision.ts';
import { deciderOf } from '#shared/workflow/authority/authority.ts';
import { stageOf, stageWork } from '#shared/workflow/stage-work.ts';

type UsulEvent = Usul['history'][number];
type Told = Pick<Usul, 'history' | 'revision'>;

/** The verdict on a field that a decision before this one gave, and the role that gave it. */
export interface ToldVerdict {
  readonly verdict: Judgement;
  /** What the document says; empty where nothing was typed. */
  readonly seen: string;
  readonly by: string;
  /** Of `dikoreksi`: what was put in the place of the ASN's value, and where it stands. */
  readonly correction?: Correction;
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
    for (const one of verdicts) {
      // A newer server may know more verdicts than this version.
      const known = judgements.find((kind) => kind === one.verdict);
      const correction = correctionIn(one);
      const { field, seen } = one;
      if (known) told.set(field, { verdict: known, seen, by, ...(correction && { correction }) });
    }
  }
  return told;
}

/** A correction as decisions before this one tell it. */
export interface ToldCorrection extends Correction {
  readonly field: string;
  readonly seen: string;
}

/**
 * The corrections with which the verifikator passed an usul on in this revision: those that later stages decide on, and that
 * it is settled with. None where it was not passed on, or came back since and was passed on without.
 */
export function toldCorrections(usul: Told): readonly ToldCorrection[] {
  const by = deciderOf('verifikasi');
  const passedOn = deedsOnRevision(usul).findLast(
    ({ action, actorRole }) => action === 'teruskan' && actorRole === by,
  );
  return (passedOn?.verdicts ?? []).flatMap((one) => {
    const correction = correctionIn(one);
    return correction ? [{ ...correction, field: one.field, seen: one.seen }] : [];
  });
}

/** Whether later stages decide on values that the verifikator put right. */
export function hasCorrections(usul: Told): boolean {
  return toldCorrections(usul).length > 0;
}

/** The correction that belongs to a verdict of the history; none to any verdict but `dikoreksi`. */
export function correctionIn(
  told: NonNullable<UsulEvent['verdicts']>[number],
): Correction | undefined {
  if (told.verdict !== 'dikoreksi') return undefined;
  return correctionSchema.safeParse(told['correction']).data;
}

/** Whether the decision that comes next stands on the verdicts of those before it. */
export function adoptsVerdicts(position: UsulPosition): boolean {
  return stageWork[stageOf(position)].verdicts === 'terdahulu';
}

/** The verdict on each field that a decision stands on: its own, else the one that its stage adopts. */
export function effectiveVerdicts(
  usul: Told & Pick<Usul, 'position'>,
  own: readonly FieldVerdict[],
): ReadonlyMap<string, Judgement> {
  const adopted = adoptsVerdicts(usul.position) ? [...toldVerdicts(usul)] : [];
  return new Map([
    ...adopted.map(([field, { verdict }]) => [field, verdict] as const),
    ...own.map(({ field, verdict }) => [field, verdict] as const),
  ]);
}

/**
 * The usul as it is judged: with the corrections of whoever decides now, or of those on whom the stage stands; a deletion that
 * states no reason of the catalogue under the one that was chosen for it, in the same way.
 */
export function judgedUnder(
  usul: Usul,
  {
    deletionReason,
    verdicts,
  }: Pick<Decision, 'verdicts'> & { readonly deletionReason?: DeletionReason | undefined },
): Usul {
  const reason = deletionReason ?? adoptedReason(usul);
  return withChosenReason(withCorrections(usul, verdicts), reason);
}

/**
 * The usul with the corrections that stand: while it waits for the verifikator those of his or her own verdicts, later those
 * with which it was passed on. The same object where there are none.
 */
export function withCorrections(usul: Usul, own: readonly FieldVerdict[] = []): Usul {
  const { position } = usul;
  const isPassedOn = adoptsVerdicts(position) || position.kind === 'selesai';
  const standing = isPassedOn
    ? toldCorrections(usul)
    : own.flatMap(({ field, correction }) => (correction ? [{ field, ...correction }] : []));
  if (standing.length === 0) return usul;
  const corrected = standing.map(({ field, corrected: value }) => [field, value] as const);
  return { ...usul, values: { ...usul.values, ...Object.fromEntries(corrected) } };
}

function adoptedReason(usul: Usul): DeletionReason | undefined {
  if (!adoptsVerdicts(usul.position)) return undefined;
  const told = deedsOnRevision(usul).findLast((event) => event.deletionReason !== undefined);
  return deletionReasonSchema.safeParse(told?.deletionReason).data;
}
