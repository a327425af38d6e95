import { useState } from 'react';
import { Field, Input, makeStyles, Select } from '@fluentui/react-components';
import { AccountPicker } from '#renderer/features/admin/appointments/account-picker.tsx';
import {
  givableRoles,
  officesFor,
  scopeKey,
} from '#renderer/features/admin/appointments/offices.ts';
import { appointmentsText as texts } from '#renderer/features/admin/appointments/texts.ts';
import { FormDialog } from '#renderer/features/admin/parts/form-dialog.tsx';
import { useAct } from '#renderer/features/admin/parts/use-act.ts';
import { useAnswer } from '#renderer/frame/use-answer.ts';
import type { QueryDesk } from '#renderer/core/query/query-contract.ts';
import { useToday } from '#renderer/ui/parts/use-today.ts';
import type { ManagedAccount } from '#shared/contract/admin/accounts.ts';
import type { NewAppointmentBody, Office } from '#shared/contract/admin/appointments.ts';
import { isLocalDate, type LocalDate } from '#shared/kernel/local-date.ts';
import type { Role } from '#shared/workflow/authority/roles.ts';
import { roleLabels } from '#shared/workflow/workflow-labels.ts';
import { isPlainLine } from '#shared/kernel/typed-text.ts';

const useStyles = makeStyles({
  pair: { display: 'grid', gridTemplateColumns: '1fr 1fr', gap: '10px', alignItems: 'start' },
});

interface GiveAppointmentProps {
  readonly query: QueryDesk;
  readonly onGiven: (sentence: string) => void;
  readonly onClose: () => void;
}

/** An appointment for somebody who has an account: what, over what, from when, by which letter. */
export function GiveAppointment({ query, onGiven, onClose }: GiveAppointmentProps) {
  const form = useAppointmentForm(query);
  const { account, wanted, act } = form;

  function submit(): void {
    if (!wanted || !account) return;
    act.run(
      () => query.ask('adminAppoint', { body: wanted }),
      () => onGiven(texts.given(account.displayName)),
    );
  }

  return (
    <FormDialog
      title={texts.giveTitle}
      submit={texts.give}
      act={act}
      onSubmit={submit}
      onClose={onClose}
    >
      {(tried) => (
        <>
          <AccountPicker
            query={query}
            missing={tried && account === null}
            onPick={form.setAccount}
          />
          <Task form={form} tried={tried} />
          <Days form={form} tried={tried} />
        </>
      )}
    </FormDialog>
  );
}

interface PartProps {
  readonly form: ReturnType<typeof useAppointmentForm>;
  readonly tried: boolean;
}

/** What, and over what. */
function Task({ form, tried }: PartProps) {
  const { values, set, setRole, roles, choices, office, officesFailed } = form;
  const scopeMissing = tried && !office ? texts.scopeMissing : null;
  return (
    <>
      <Field label={texts.role}>
        <Select value={values.role} onChange={(_, data) => setRole(data.value)}>
          {roles.map((role) => (
            <option key={role} value={role}>
              {roleLabels[role]}
            </option>
          ))}
        </Select>
      </Field>
      <Field
        label={texts.scope}
        validationMessage={officesFailed ? texts.scopesFailed : scopeMissing}
      >
        <Select value={values.scope} onChange={(_, data) => set({ scope: data.value })}>
          <option value="">{texts.chooseScope}</option>
          {choices.map((choice) => (
            <option key={scopeKey(choice.office.scope)} value={scopeKey(choice.office.scope)}>
              {choice.label}
            </option>
          ))}
        </Select>
      </Field>
    </>
  );
}

/** From when until when, and by which letter. */
function Days({ form: { values, set }, tried }: PartProps) {
  const styles = useStyles();
  return (
    <>
      <div className={styles.pair}>
        <DayField
          label={texts.from}
          value={values.from}
          missing={tried && !isLocalDate(values.from)}
          onChange={(from) => set({ from })}
        />
        <DayField
          label={texts.until}
          hint={texts.untilHint}
          value={values.until}
          missing={false}
          onChange={(until) => set({ until })}
        />
      </div>
      <div className={styles.pair}>
        <Field
          label={texts.letterNumber}
          validationMessage={tried && !isPlainLine(values.letter) ? texts.letterMissing : null}
        >
          <Input value={values.letter} onChange={(_, data) => set({ letter: data.value })} />
        </Field>
        <DayField
          label={texts.letterDate}
          value={values.letterDate}
          missing={tried && !isLocalDate(values.letterDate)}
          onChange={(letterDate) => set({ letterDate })}
        />
      </div>
    </>
  );
}

interface DayFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly missing: boolean;
  readonly onChange: (value: string) => void;
}

function DayField({ label, hint, value, missing, onChange }: DayFieldProps) {
  return (
    <Field label={label} hint={hint ?? null} validationMessage={missing ? texts.dayMissing : null}>
      <Input type="date" value={value} onChange={(_, data) => onChange(data.value)} />
    </Field>
  );
}

interface FormValues {
  readonly role: Role;
  readonly scope: string;
  readonly from: string;
  readonly until: string;
  readonly letter: string;
  readonly letterDate: string;
}

function useAppointmentForm(query: QueryDesk) {
  const today = useToday();
  const offices = useAnswer((signal) => query.ask('adminOffices', {}, signal));
  const [account, setAccount] = useState<ManagedAccount | null>(null);
  const [values, setValues] = useState<FormValues>({
    role: 'verifikator',
    scope: '',
    from: today,
    until: '',
    letter: '',
    letterDate: '',
  });
  const act = useAct();
  const all = offices.value?.offices ?? [];
  const roles = givableRoles(all);
  const choices = officesFor(all, values.role);
  const office = choices.find((one) => scopeKey(one.office.scope) === values.scope)?.office;
  const set = (change: Partial<FormValues>): void => setValues((now) => ({ ...now, ...change }));
  const setRole = (name: string): void => {
    const role = roles.find((one) => one === name);
    if (role) set({ role, scope: '' });
  };
  return {
    account,
    setAccount,
    values,
    set,
    setRole,
    roles,
    choices,
    office,
    officesFailed: offices.failure !== null,
    wanted: wantedOf(account, values, office),
    act,
  };
}

/** The appointment, where all of it is there. */
function wantedOf(
  account: ManagedAccount | null,
  { role, from, until, letter, letterDate }: FormValues,
  office: Office | undefined,
): NewAppointmentBody | null {
  const validUntil: LocalDate | null | undefined =
    until === '' ? null : isLocalDate(until) ? until : undefined;
  if (!account || !office || !isPlainLine(letter) || validUntil === undefined) return null;
  if (!isLocalDate(from) || !isLocalDate(letterDate)) return null;
  return {
    accountId: account.id,
    role,
    scope: office.scope,
    validFrom: from,
    validUntil,
    letter: { number: letter, date: letterDate },
  };
}
