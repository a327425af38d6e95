import { useState } from 'react';
import { Field, makeStyles, Select, Textarea } from '@fluentui/react-components';
import {
  assignedText,
  handAssignmentOf,
  type AssignTyped,
  type Person,
} from '#renderer/features/admin/assignment/assign-form.ts';
import { assignmentText as texts } from '#renderer/features/admin/assignment/texts.ts';
import { FormDialog } from '#renderer/features/admin/parts/form-dialog.tsx';
import { useAct } from '#renderer/features/admin/parts/use-act.ts';
import type { QueryDesk } from '#renderer/core/query/query-contract.ts';
import type { ManagedAssignment } from '#shared/contract/admin/assignment.ts';
import type { Office } from '#shared/contract/admin/appointments.ts';
import { recordTypeIds } from '#shared/records/record-type.ts';
import { recordTypes } from '#shared/records/record-types.ts';
import { stageLabels } from '#shared/workflow/workflow-labels.ts';

const useStyles = makeStyles({
  // A long name is cut off in its field, and not by the edge of the form.
  fits: { minWidth: 0 },
});

/** A choice that is no wider than its form. */
function useFitting() {
  const { fits: className } = useStyles();
  return { className, select: { className } };
}

interface AssignDialogProps {
  readonly office: Office;
  readonly offices: readonly Office[];
  readonly assignment: ManagedAssignment;
  readonly query: QueryDesk;
  /** Whose usul are to be moved; null: nobody's in particular. */
  readonly from: Person | null;
  readonly onAssigned: (sentence: string) => void;
  readonly onClose: () => void;
}

/** Gives usul that wait to one person. */
export function AssignDialog(props: AssignDialogProps) {
  const { office, offices, assignment, query, from, onAssigned, onClose } = props;
  const [typed, setTyped] = useState<AssignTyped>({
    to: '',
    which: from?.appointmentId ?? 'bebas',
    unor: '',
    recordType: '',
    reason: '',
  });
  const act = useAct();
  const set = (change: Partial<AssignTyped>): void => setTyped((now) => ({ ...now, ...change }));

  function submit(): void {
    const body = handAssignmentOf(typed, office, offices);
    if (!body) return;
    act.run(
      () => query.ask('adminAssign', { body }),
      (done) => onAssigned(assignedText(done)),
    );
  }

  return (
    <FormDialog
      title={texts.assignTitle}
      submit={texts.assign}
      act={act}
      onSubmit={submit}
      onClose={onClose}
    >
      {(tried) => (
        <>
          <Whom {...{ typed, set, from, assignment }} missing={tried && typed.to === ''} />
          <Which {...{ typed, set, from, assignment }} />
          <Field label={texts.reason} hint={texts.reasonHint}>
            <Textarea
              value={typed.reason}
              textarea={{ maxLength: 500 }}
              onChange={(_, data) => set({ reason: data.value })}
            />
          </Field>
        </>
      )}
    </FormDialog>
  );
}

interface PartProps extends Pick<AssignDialogProps, 'assignment' | 'from'> {
  readonly typed: AssignTyped;
  readonly set: (change: Partial<AssignTyped>) => void;
}

function Whom({
  typed,
  set,
  from,
  assignment,
  missing,
}: PartProps & { readonly missing: boolean }) {
  const fits = useFitting();
  const others = assignment.people.filter(
    ({ appointmentId, stage }) =>
      from === null || (stage === from.stage && appointmentId !== from.appointmentId),
  );
  return (
    <Field label={texts.to} validationMessage={missing ? texts.toMissing : null}>
      <Select {...fits} value={typed.to} onChange={(_, data) => set({ to: data.value })}>
        <option value="">{texts.choosePerson}</option>
        {others.map(({ appointmentId, name, stage, load, onLeave }) => (
          <option key={appointmentId} value={appointmentId}>
            {[name, stageLabels[stage], texts.load(load), ...(onLeave ? [texts.onLeave] : [])].join(
              ' · ',
            )}
          </option>
        ))}
      </Select>
    </Field>
  );
}

function Which({ typed, set, from, assignment }: PartProps) {
  const fits = useFitting();
  const units = assignment.units ?? [];
  const stage = assignment.people.find(({ appointmentId }) => appointmentId === typed.to)?.stage;
  const holders = assignment.people.filter(
    (one) =>
      one.load > 0 &&
      one.appointmentId !== typed.to &&
      one.stage === (stage ?? from?.stage ?? one.stage),
  );
  return (
    <>
      <Field label={texts.which}>
        <Select {...fits} value={typed.which} onChange={(_, data) => set({ which: data.value })}>
          <option value="bebas">{texts.whichFree}</option>
          {holders.map(({ appointmentId, name, load }) => (
            <option key={appointmentId} value={appointmentId}>
              {texts.whichHeld(name, load)}
            </option>
          ))}
          <option value="semua">{texts.whichAll}</option>
        </Select>
      </Field>
      {units.length > 0 && (
        <Field label={texts.onlyUnor}>
          <Select {...fits} value={typed.unor} onChange={(_, data) => set({ unor: data.value })}>
            <option value="">{texts.any}</option>
            {units.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <Field label={texts.onlyType}>
        <Select
          {...fits}
          value={typed.recordType}
          onChange={(_, data) => set({ recordType: data.value })}
        >
          <option value="">{texts.any}</option>
          {recordTypeIds.map((id) => (
            <option key={id} value={id}>
              {recordTypes[id].label}
            </option>
          ))}
        </Select>
      </Field>
    </>
  );
}
