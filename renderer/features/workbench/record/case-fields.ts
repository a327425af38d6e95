import {
  differenceHint,
  type SubtleDifference,
} from '#renderer/features/workbench/record/difference-hint.ts';
import { statedReason } from '#renderer/features/workbench/record/deletion/deletion-view.ts';
import { placeFields, type FieldPlace } from '#renderer/features/workbench/record/field-layout.ts';
import type { FieldGroup, FieldSpec } from '#shared/records/record-type.ts';
import { deletionReasonField } from '#shared/records/deletion/deletion-claim.ts';
import { fieldsToJudge } from '#shared/records/judged-fields.ts';
import { recordTypes } from '#shared/records/record-types.ts';
import { showField } from '#shared/records/value-text.ts';
import type { Usul } from '#shared/records/usul.ts';
import type { Finding } from '#shared/records/rules/finding.ts';

/** One line of the workbench, values as a person reads them. */
export interface CaseField {
  readonly spec: FieldSpec;
  readonly place: FieldPlace;
  readonly old: string;
  readonly proposed: string;
  /** What stands in the place of the proposed value; null where it was not put right. */
  readonly corrected: string | null;
  /** What is easily missed when only that sets old and proposed value of an `ubah` apart. */
  readonly hint: SubtleDifference | null;
  /** Findings told at this field. */
  readonly findings: readonly Finding[];
  /** Findings that concern this field too and are told at another one. */
  readonly toldElsewhere: readonly ToldElsewhere[];
}

/** A finding and the field at which it is told. */
export interface ToldElsewhere {
  readonly finding: Finding;
  readonly at: FieldSpec;
}

/** Lines that stand together on the paper. */
export interface CaseGroup {
  readonly label: string;
  readonly fields: readonly CaseField[];
}

type JudgedUsul = Pick<Usul, 'recordType' | 'kind' | 'values' | 'oldValues' | 'asnNote'>;

/**
 * The fields to judge in their groups, each with the findings that concern it. `asked`: the usul as its ASN submitted it, where it
 * is judged with corrections.
 */
export function groupFields(
  usul: JudgedUsul,
  findings: readonly Finding[],
  asked: Pick<JudgedUsul, 'values'> = usul,
): readonly CaseGroup[] {
  const judged = fieldsToJudge(usul);
  const homeOf = (finding: Finding): FieldSpec | undefined =>
    finding.fields.flatMap((name) => judged.find((spec) => spec.name === name) ?? [])[0];
  const told = findings.flatMap((finding) => {
    const at = homeOf(finding);
    return at ? [{ finding, at }] : [];
  });
  return groupsOf(usul)
    .map((group) => {
      const specs = group.fields.filter((spec) => judged.includes(spec));
      const places = placeFields(group.label, specs);
      const fields = specs.map((spec, index): CaseField => ({
        spec,
        place: places[index]!,
        ...readValues(usul, spec, asked.values),
        findings: told.filter(({ at }) => at === spec).map(({ finding }) => finding),
        toldElsewhere: told.filter(
          ({ finding, at }) => at !== spec && finding.fields.includes(spec.name),
        ),
      }));
      return { label: group.label, fields };
    })
    .filter((group) => group.fields.length > 0);
}

/** Of a deletion its reason alone is judged; the record that is to go is shown beside it. */
function groupsOf({ recordType, kind }: JudgedUsul): readonly FieldGroup[] {
  const deletion = { label: deletionReasonField.label, fields: [deletionReasonField] };
  return kind === 'hapus' ? [deletion] : recordTypes[recordType].groups;
}

/** Findings that no shown field can carry: about the usul as a whole or about a field that was left empty. */
export function generalFindings(
  groups: readonly CaseGroup[],
  findings: readonly Finding[],
): readonly Finding[] {
  const told = new Set(groups.flatMap(({ fields }) => fields.flatMap((field) => field.findings)));
  return findings.filter((finding) => !told.has(finding));
}

function readValues(
  usul: JudgedUsul,
  spec: FieldSpec,
  asked: Usul['values'],
): Pick<CaseField, 'old' | 'proposed' | 'corrected' | 'hint'> {
  const { kind, values, oldValues } = usul;
  if (spec === deletionReasonField) {
    return { old: '', proposed: statedReason(usul), corrected: null, hint: null };
  }
  const old = showField(spec, oldValues?.[spec.name] ?? '');
  const proposed = showField(spec, asked[spec.name] ?? '');
  const isCorrected = (asked[spec.name] ?? '') !== (values[spec.name] ?? '');
  const corrected = isCorrected ? showField(spec, values[spec.name] ?? '') : null;
  const hint = kind === 'ubah' ? differenceHint(old, proposed) : null;
  return { old, proposed, corrected, hint };
}
