import { recordText } from '#renderer/features/workbench/text/record.ts';
import { diffValues, grainOf, type ValueDiff } from '#renderer/ui/diff/value-diff.ts';
import { deletionClaimOf, deletionReasonField } from '#shared/records/deletion/deletion-claim.ts';
import {
  deletionFactsOf,
  type DeletedUsul,
  type DeletionFacts,
} from '#shared/records/deletion/deletion-facts.ts';
import { orderOf } from '#shared/records/deletion/record-keys.ts';
import { recordTitle } from '#shared/records/deletion/record-title.ts';
import { fieldsOf } from '#shared/records/judged-fields.ts';
import type { RecordType } from '#shared/records/record-type.ts';
import { recordTypes } from '#shared/records/record-types.ts';
import type { RecordValues, Usul } from '#shared/records/usul.ts';
import { showField } from '#shared/records/value-text.ts';

/** A field of the record that is to go, beside the one that stays. */
export interface ComparedField {
  readonly name: string;
  readonly label: string;
  readonly doomed: string;
  /** Null where no record stays to compare with. */
  readonly kept: string | null;
  /** Set where the two say different things. */
  readonly diff: ValueDiff | null;
}

/** What a person needs in order to judge a deletion. */
export interface DeletionView {
  /** Whether the reason was read out of the note of the ASN. */
  readonly fromNote: boolean;
  /** What the person's records say of the reason. */
  readonly isItSo: string;
  readonly holds: DeletionFacts['claimHolds'];
  /** What is left of the type afterwards. */
  readonly afterwards: string;
  readonly loses: boolean;
  /** Heading of the record that stays; null when there is none. */
  readonly keptTitle: string | null;
  readonly fields: readonly ComparedField[];
}

/** The reason of a deletion as a person reads it. */
export function statedReason(usul: Pick<Usul, 'values' | 'asnNote'>): string {
  const claim = deletionClaimOf(usul);
  if (claim.kind === 'disebut') return showField(deletionReasonField, claim.reason);
  return claim.kind === 'lain' ? recordText.deletion.otherReason : recordText.deletion.notStated;
}

/** Puts a deletion into words and columns. */
export function makeDeletionView(usul: DeletedUsul): DeletionView {
  const facts = deletionFactsOf(usul);
  const recordType = recordTypes[usul.recordType];
  const { claim, claimHolds, counterpart, isTwin, losses } = facts;
  const { twin, alike } = recordText.deletion;
  return {
    fromNote: claim.kind === 'disebut' && claim.from === 'catatan',
    isItSo: isItSo(recordType, facts),
    holds: claimHolds,
    afterwards: afterwards(recordType, facts),
    loses: losses.length > 0,
    keptTitle: counterpart && (isTwin ? twin : alike),
    fields: compareFields(recordType, facts),
  };
}

function isItSo(recordType: RecordType, facts: DeletionFacts): string {
  const words = recordText.deletion;
  const { claim, counterpart } = facts;
  if (claim.kind === 'tidak_disebut') return words.askReason;
  if (claim.kind === 'lain') return words.readNote;
  const differing = labelsOf(recordType, facts.differing);
  switch (claim.reason) {
    case 'ganda':
      if (!counterpart) return words.noTwin;
      if (!facts.isTwin) return words.onlyAlike(differing);
      return differing === '' ? words.twinEqual : words.twinDiffers(differing);
    case 'salah_input':
      if (!counterpart) return words.wrongAlone;
      return differing === '' ? words.twinEqual : words.wrongBeside(differing);
    case 'bukan_miliknya':
      return words.whose;
    case 'bukan_terakhir':
      if (facts.claimHolds === 'tidak_diketahui') return words.orderUnknown;
      return facts.claimHolds === 'ya'
        ? words.newer(recordTitle(recordType, latestOf(recordType, facts.remaining) ?? {}))
        : words.isLatest;
  }
}

/** A label within a sentence; abbreviations stay as they are. */
function inSentence(label: string): string {
  return /^\p{Lu}{2}/u.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1);
}

function afterwards(recordType: RecordType, { remaining }: DeletionFacts): string {
  const { oneLeft, left, leftWithLast, nothingLeft } = recordText.deletion;
  const type = inSentence(recordType.label);
  const count = remaining.length;
  const latest = latestOf(recordType, remaining);
  if (!latest) return nothingLeft(type);
  const title = recordTitle(recordType, latest);
  if (count === 1) return oneLeft(type, title);
  // Nothing orders the members of a family.
  const isOrdered = orderOf(recordType.id, latest) !== undefined;
  return isOrdered ? leftWithLast(count, type, title) : left(count, type);
}

function latestOf(
  recordType: RecordType,
  records: readonly RecordValues[],
): RecordValues | undefined {
  const order = (values: RecordValues): string => orderOf(recordType.id, values) ?? '';
  return records.toSorted((a, b) => order(a).localeCompare(order(b))).at(-1);
}

function compareFields(
  recordType: RecordType,
  { record, counterpart, differing }: DeletionFacts,
): readonly ComparedField[] {
  return fieldsOf(recordType).flatMap((spec) => {
    const { name, label } = spec;
    const doomed = showField(spec, record[name] ?? '');
    const kept = counterpart && showField(spec, counterpart[name] ?? '');
    if (doomed === '' && (kept ?? '') === '') return [];
    const differs = kept !== null && differing.includes(name);
    const diff = differs ? diffValues(doomed, kept, grainOf(spec.format)) : null;
    return [{ name, label, doomed, kept, diff }];
  });
}

/** Names of at most three fields, within a sentence. */
function labelsOf(recordType: RecordType, names: readonly string[]): string {
  const labels = fieldsOf(recordType)
    .filter(({ name }) => names.includes(name))
    .map(({ label }) => label);
  const shown = labels.slice(0, 3).join(', ');
  return labels.length > 3 ? `${shown}, dan ${labels.length - 3} isian lain` : shown;
}
