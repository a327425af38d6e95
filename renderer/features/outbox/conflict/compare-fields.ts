import { whyNotHere, type NotHere } from '#renderer/features/outbox/conflict/not-here.ts';
import type { OutboxEntryView } from '#renderer/features/outbox/outbox-entry.ts';
import type { UsulNow } from '#renderer/core/conflict/conflict-contract.ts';
import { diffValues, grainOf, type ValueDiff } from '#renderer/ui/diff/value-diff.ts';
import { deletionReasonField } from '#shared/records/deletion/deletion-claim.ts';
import { fieldsOf, fieldsToJudge, filledFields } from '#shared/records/judged-fields.ts';
import { recordTypeIds, type FieldSpec } from '#shared/records/record-type.ts';
import { recordTypes } from '#shared/records/record-types.ts';
import type { RecordValues, Usul } from '#shared/records/usul.ts';
import { showField } from '#shared/records/value-text.ts';

/** A field whose value is another one now, with what sets the two apart. */
export interface ChangedField {
  readonly name: string;
  readonly label: string;
  readonly judged: string;
  readonly now: string;
  readonly diff: ValueDiff;
}

/** A field as a person reads it. */
export interface ShownField {
  readonly name: string;
  readonly label: string;
  readonly value: string;
}

/** Why nothing can be compared. `tertinggal`: the usul moved on and its content is still on its way to this PC. */
export type NoComparison = NotHere | 'tertinggal' | 'tidak_tercatat';

/** What was judged against what is proposed now. */
export type Comparison =
  | {
      readonly kind: 'tidak_dapat';
      readonly because: NoComparison;
      /** What was judged, as far as it is known. */
      readonly judged: readonly ShownField[];
    }
  | {
      readonly kind: 'dibandingkan';
      readonly changed: readonly ChangedField[];
      readonly same: readonly ShownField[];
      /** Names of the files of the usul that were not looked at when it was decided. */
      readonly newDocuments: readonly string[];
    };

/** Compares a returned decision with its usul as this PC knows it now. */
export function compareWithNow(entry: OutboxEntryView, now: UsulNow): Comparison {
  if (now.kind !== 'ada') return noComparison(entry, whyNotHere(entry, now));
  const { usul } = now;
  if (isBehind(entry, usul)) return noComparison(entry, 'tertinggal');
  const judged = judgedValues(entry, usul);
  if (!judged) return noComparison(entry, 'tidak_tercatat');
  const fields = [...judgedBeside(usul, judged), ...fieldsOf(recordTypes[usul.recordType])].filter(
    isShown(judged, usul),
  );
  const sameValue = ({ name }: FieldSpec): boolean =>
    (judged[name] ?? '') === (usul.values[name] ?? '');
  return {
    kind: 'dibandingkan',
    changed: fields
      .filter((spec) => !sameValue(spec))
      .map((spec) => changedField(spec, judged, usul)),
    same: fields.filter(sameValue).map((spec) => shownField(spec, judged)),
    newDocuments: newDocuments(entry, usul),
  };
}

function noComparison(entry: OutboxEntryView, because: NoComparison): Comparison {
  const { judged = {}, recordType } = entry;
  const type = recordTypeIds.find((id) => id === recordType);
  const fields = (type ? fieldsOf(recordTypes[type]) : []).filter(
    ({ name }) => (judged[name] ?? '') !== '',
  );
  return {
    kind: 'tidak_dapat',
    because,
    judged: fields.map((spec) => shownField(spec, judged)),
  };
}

/** Whether the server told of a later state of the usul than this PC has. */
function isBehind({ state }: OutboxEntryView, usul: Usul): boolean {
  return state.kind === 'ditolak' && state.current !== null && state.current.version > usul.version;
}

/** The content of one revision never changes, so it tells what an older version of the application did not note. */
function judgedValues({ judged, decision }: OutboxEntryView, usul: Usul): RecordValues | undefined {
  return judged ?? (decision.revision === usul.revision ? usul.values : undefined);
}

/** The reason of a deletion is none of the record's own fields; many an usul gives it in the note alone. */
function judgedBeside({ kind, values }: Usul, judged: RecordValues): readonly FieldSpec[] {
  const { name } = deletionReasonField;
  const isStated = (values[name] ?? judged[name] ?? '') !== '';
  return kind === 'hapus' && isStated ? [deletionReasonField] : [];
}

/** Every field that was judged or would be judged now, and the record that a deletion takes away. */
function isShown(judged: RecordValues, usul: Usul): (field: FieldSpec) => boolean {
  const names = new Set([...fieldsToJudge(usul), ...filledFields(usul)].map(({ name }) => name));
  return ({ name }) => names.has(name) || (judged[name] ?? '') !== '';
}

function shownField(spec: FieldSpec, values: RecordValues): ShownField {
  return { name: spec.name, label: spec.label, value: showField(spec, values[spec.name] ?? '') };
}

function changedField(spec: FieldSpec, before: RecordValues, { values }: Usul): ChangedField {
  const { name, label } = spec;
  const raw = [before[name] ?? '', values[name] ?? ''] as const;
  const shown = [showField(spec, raw[0]), showField(spec, raw[1])] as const;
  // Two values that read the same are told apart by what was typed.
  const [judged, now] = shown[0] === shown[1] ? raw : shown;
  return { name, label, judged, now, diff: diffValues(judged, now, grainOf(spec.format)) };
}

function newDocuments({ decision }: OutboxEntryView, usul: Usul): readonly string[] {
  if (decision.revision === usul.revision) return [];
  const seen = new Set(decision.evidence.map(({ sha256 }) => sha256));
  return usul.documents.filter(({ sha256 }) => !seen.has(sha256)).map(({ fileName }) => fileName);
}
