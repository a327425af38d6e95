import type { OutboxEntryView } from '#renderer/features/outbox/outbox-entry.ts';
import type { UsulNow } from '#renderer/state/store-contracts.ts';
import { diffValues, grainOf, type ValueDiff } from '#renderer/ui/diff/value-diff.ts';
import { fieldsOf, fieldsToJudge } from '#shared/domain/model/judged-fields.ts';
import type { FieldSpec } from '#shared/domain/model/record-type.ts';
import { recordTypes } from '#shared/domain/model/record-types.ts';
import type { RecordValues, Usul } from '#shared/domain/model/usul.ts';
import { showField } from '#shared/domain/model/value-text.ts';

/** A field as judged and as it is now, both as a person reads them. */
export interface ComparedField {
  readonly name: string;
  readonly label: string;
  readonly judged: string;
  readonly now: string;
}

/** A field whose value is another one now, with what sets the two apart. */
export interface ChangedField extends ComparedField {
  readonly diff: ValueDiff;
}

/** Why nothing can be compared. `tertinggal`: the usul moved on and its content is still on its way to this PC. */
export type NoComparison = Exclude<UsulNow['kind'], 'ada'> | 'tertinggal' | 'tidak_tercatat';

/** What was judged against what is proposed now. */
export type Comparison =
  | { readonly kind: 'tidak_dapat'; readonly because: NoComparison }
  | {
      readonly kind: 'dibandingkan';
      readonly changed: readonly ChangedField[];
      readonly same: readonly ComparedField[];
      /** Names of the files of the usul that were not looked at when it was decided. */
      readonly newDocuments: readonly string[];
    };

/** Compares a returned decision with its usul as this PC knows it now. */
export function compareWithNow(entry: OutboxEntryView, now: UsulNow): Comparison {
  if (now.kind !== 'ada') return { kind: 'tidak_dapat', because: now.kind };
  const { usul } = now;
  if (isBehind(entry, usul)) return { kind: 'tidak_dapat', because: 'tertinggal' };
  const judged = judgedValues(entry, usul);
  if (!judged) return { kind: 'tidak_dapat', because: 'tidak_tercatat' };
  const fields = shownFields(judged, usul);
  const sameValue = ({ name }: FieldSpec): boolean =>
    (judged[name] ?? '') === (usul.values[name] ?? '');
  return {
    kind: 'dibandingkan',
    changed: fields
      .filter((spec) => !sameValue(spec))
      .map((spec) => changedField(spec, judged, usul)),
    same: fields.filter(sameValue).map((spec) => comparedField(spec, judged, usul.values)),
    newDocuments: newDocuments(entry, usul),
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

/** Every field that was judged or would be judged now, in the order of the form. */
function shownFields(judged: RecordValues, usul: Usul): readonly FieldSpec[] {
  const names = new Set(fieldsToJudge(usul).map(({ name }) => name));
  return fieldsOf(recordTypes[usul.recordType]).filter(
    ({ name }) => names.has(name) || (judged[name] ?? '') !== '',
  );
}

function comparedField(spec: FieldSpec, judged: RecordValues, now: RecordValues): ComparedField {
  return {
    name: spec.name,
    label: spec.label,
    judged: showField(spec, judged[spec.name] ?? ''),
    now: showField(spec, now[spec.name] ?? ''),
  };
}

function changedField(spec: FieldSpec, judged: RecordValues, { values }: Usul): ChangedField {
  const shown = comparedField(spec, judged, values);
  // Two values that read the same are told apart by what was typed.
  const field =
    shown.judged === shown.now
      ? { ...shown, judged: judged[spec.name] ?? '', now: values[spec.name] ?? '' }
      : shown;
  return { ...field, diff: diffValues(field.judged, field.now, grainOf(spec.format)) };
}

function newDocuments({ decision }: OutboxEntryView, usul: Usul): readonly string[] {
  if (decision.revision === usul.revision) return [];
  const seen = new Set(decision.evidence.map(({ sha256 }) => sha256));
  return usul.documents.filter(({ sha256 }) => !seen.has(sha256)).map(({ fileName }) => fileName);
}
