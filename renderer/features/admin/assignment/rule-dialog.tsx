import { useState } from 'react';
import { Field, Input, Radio, RadioGroup, Text } from '@fluentui/react-components';
import { Division } from '#renderer/features/admin/assignment/division.tsx';
import {
  choiceOf,
  divisionOf,
  hasTwice,
  mostDivided,
  ruleChoices,
  ruleOf,
  rulesAt,
} from '#renderer/features/admin/assignment/rule-form.ts';
import { assignmentText as texts } from '#renderer/features/admin/assignment/texts.ts';
import { FormDialog } from '#renderer/features/admin/parts/form-dialog.tsx';
import { adminText } from '#renderer/features/admin/parts/texts.ts';
import { useAct } from '#renderer/features/admin/parts/use-act.ts';
import type { QueryDesk } from '#renderer/core/query/query-contract.ts';
import type { ManagedAssignment } from '#shared/contract/admin/assignment.ts';
import type { Office } from '#shared/contract/admin/appointments.ts';
import { isLocalDate, type LocalDate } from '#shared/kernel/local-date.ts';
import type { ActiveStage } from '#shared/records/usul.ts';
import { stageLabels } from '#shared/workflow/workflow-labels.ts';

interface RuleDialogProps {
  readonly office: Office;
  readonly stage: ActiveStage;
  readonly assignment: ManagedAssignment;
  readonly query: QueryDesk;
  readonly today: LocalDate;
  readonly onKept: (sentence: string) => void;
  readonly onClose: () => void;
}

/** Sets the rule of an office at a stage. */
export function RuleDialog(props: RuleDialogProps) {
  const { office, stage, assignment, query, onKept, onClose } = props;
  const form = useRuleForm(props);
  const { choice, rule, from, act } = form;
  const people = assignment.people.filter((one) => one.stage === stage);

  function submit(): void {
    if (!rule || !isLocalDate(from)) return;
    act.run(
      () =>
        query.ask('adminSetRule', { body: { scope: office.scope, stage, rule, validFrom: from } }),
      ({ given }) => onKept(texts.ruleKept(given)),
    );
  }

  return (
    <FormDialog
      title={texts.changeTitle(stageLabels[stage])}
      submit={adminText.save}
      act={act}
      onSubmit={submit}
      onClose={onClose}
    >
      {(tried) => (
        <>
          <Field label={texts.how} hint={texts.howHint}>
            <RadioGroup value={choice} onChange={(_, data) => form.choose(data.value)}>
              {ruleChoices.map((one) => (
                <Radio key={one} value={one} label={texts.rule[one]} disabled={!form.mayBe(one)} />
              ))}
            </RadioGroup>
          </Field>
          {form.whyNoDivision !== null && <Text>{form.whyNoDivision}</Text>}
          {choice === 'per_unor' && (
            <Division
              division={form.division}
              units={assignment.units ?? []}
              people={people}
              wrong={tried ? form.wrong : null}
              onChange={form.setDivision}
            />
          )}
          <Field
            label={texts.validFrom}
            validationMessage={tried && !isLocalDate(from) ? texts.dayMissing : null}
          >
            <Input type="date" value={from} onChange={(_, data) => form.setFrom(data.value)} />
          </Field>
        </>
      )}
    </FormDialog>
  );
}

function useRuleForm({ stage, assignment, today }: RuleDialogProps) {
  const { rule: before } = rulesAt(assignment.rules, stage, today);
  const [choice, setChoice] = useState(() => choiceOf(before));
  const [division, setDivision] = useState(() => divisionOf(before));
  const [from, setFrom] = useState<string>(today);
  const act = useAct();
  const tooMany = division.length > mostDivided || (assignment.units?.length ?? 0) >= 2_000;
  const whyNoDivision =
    assignment.units === undefined ? texts.unorNowhere : tooMany ? texts.unorTooMany : null;
  const rule = choice === 'per_unor' && whyNoDivision !== null ? null : ruleOf(choice, division);
  return {
    choice,
    division,
    setDivision,
    from,
    setFrom,
    act,
    rule,
    whyNoDivision,
    wrong: rule !== null ? null : hasTwice(division) ? texts.unorTwice : texts.unorMissing,
    mayBe: (one: string): boolean => one !== 'per_unor' || whyNoDivision === null,
    choose: (value: string): void => {
      const wanted = ruleChoices.find((one) => one === value);
      if (wanted) setChoice(wanted);
      if (wanted === 'per_unor' && division.length === 0) setDivision([{ unor: '', people: [] }]);
    },
  };
}
