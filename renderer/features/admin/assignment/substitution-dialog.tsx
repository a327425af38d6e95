import { useState } from 'react';
import { Field, Input, makeStyles, Radio, RadioGroup } from '@fluentui/react-components';
import { AccountPicker } from '#renderer/features/admin/appointments/account-picker.tsx';
import { AppointmentPicker } from '#renderer/features/admin/assignment/appointment-picker.tsx';
import { DayFields, daysOf } from '#renderer/features/admin/assignment/day-fields.tsx';
import { assignmentText as texts } from '#renderer/features/admin/assignment/texts.ts';
import { FormDialog } from '#renderer/features/admin/parts/form-dialog.tsx';
import { useAct } from '#renderer/features/admin/parts/use-act.ts';
import type { QueryDesk } from '#renderer/core/query/query-contract.ts';
import { useToday } from '#renderer/ui/parts/use-today.ts';
import type { ManagedAccount } from '#shared/contract/admin/accounts.ts';
import type { ManagedAppointment } from '#shared/contract/admin/appointments.ts';
import { isLocalDate } from '#shared/kernel/local-date.ts';
import { substitutionKinds } from '#shared/workflow/assignment/substitution.ts';

const useStyles = makeStyles({
  pair: { display: 'grid', gridTemplateColumns: '1fr 1fr', gap: '10px', alignItems: 'start' },
});

interface SubstitutionDialogProps {
  readonly query: QueryDesk;
  readonly onKept: (sentence: string) => void;
  readonly onClose: () => void;
}

/** Notes who acts in whose place, between which days, by which letter. */
export function SubstitutionDialog({ query, onKept, onClose }: SubstitutionDialogProps) {
  const form = useSubstitutionForm();
  const { act, wanted, substitute } = form;

  function submit(): void {
    if (!wanted || !substitute) return;
    act.run(
      () => query.ask('adminAddSubstitution', { body: wanted }),
      () => onKept(texts.substitutionKept(substitute.displayName)),
    );
  }

  return (
    <FormDialog
      title={texts.substitutionTitle}
      submit={texts.addSubstitution}
      act={act}
      onSubmit={submit}
      onClose={onClose}
    >
      {(tried) => (
        <>
          <AppointmentPicker
            query={query}
            missing={tried && form.holder === null}
            onPick={form.setHolder}
          />
          <AccountPicker
            query={query}
            label={texts.substitute}
            missing={tried && substitute === null}
            onPick={form.setSubstitute}
          />
          <ByLetter form={form} tried={tried} />
        </>
      )}
    </FormDialog>
  );
}

interface ByLetterProps {
  readonly form: ReturnType<typeof useSubstitutionForm>;
  readonly tried: boolean;
}

/** As what, between which days, and by which letter. */
function ByLetter({ form: { typed, set }, tried }: ByLetterProps) {
  const styles = useStyles();
  const { kind, days, number, date } = typed;
  return (
    <>
      <Field label={texts.kind}>
        <RadioGroup
          layout="horizontal"
          value={kind}
          onChange={(_, data) =>
            set({ kind: substitutionKinds.find((one) => one === data.value) ?? kind })
          }
        >
          {substitutionKinds.map((one) => (
            <Radio key={one} value={one} label={texts.kinds[one]} />
          ))}
        </RadioGroup>
      </Field>
      <DayFields days={days} tried={tried} onChange={(changed) => set({ days: changed })} />
      <div className={styles.pair}>
        <Field
          label={texts.letterNumber}
          validationMessage={tried && number.trim() === '' ? texts.letterMissing : null}
        >
          <Input
            value={number}
            maxLength={200}
            onChange={(_, data) => set({ number: data.value })}
          />
        </Field>
        <Field
          label={texts.letterDate}
          validationMessage={tried && !isLocalDate(date) ? texts.dayMissing : null}
        >
          <Input type="date" value={date} onChange={(_, data) => set({ date: data.value })} />
        </Field>
      </div>
    </>
  );
}

function useSubstitutionForm() {
  const today: string = useToday();
  const [holder, setHolder] = useState<ManagedAppointment | null>(null);
  const [substitute, setSubstitute] = useState<ManagedAccount | null>(null);
  const [typed, setTyped] = useState({
    kind: substitutionKinds[0] as (typeof substitutionKinds)[number],
    days: { from: today, until: '' },
    number: '',
    date: '',
  });
  const act = useAct();
  const { kind, number, date } = typed;
  const days = daysOf(typed.days);
  const isWhole = holder && substitute && days && number.trim() !== '' && isLocalDate(date);
  return {
    holder,
    setHolder,
    substitute,
    setSubstitute,
    typed,
    set: (change: Partial<typeof typed>): void => setTyped((now) => ({ ...now, ...change })),
    act,
    wanted: isWhole
      ? {
          holderId: holder.id,
          substituteId: substitute.id,
          kind,
          ...days,
          letter: { number: number.trim(), date },
        }
      : null,
  };
}
