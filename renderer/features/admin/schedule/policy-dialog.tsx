import { useState } from 'react';
import { Checkbox, Field, Input, makeStyles, Radio, RadioGroup } from '@fluentui/react-components';
import { scheduleText as texts } from '#renderer/features/admin/schedule/texts.ts';
import { FormDialog } from '#renderer/features/admin/parts/form-dialog.tsx';
import { adminText } from '#renderer/features/admin/parts/texts.ts';
import { useAct } from '#renderer/features/admin/parts/use-act.ts';
import type { QueryDesk } from '#renderer/core/query/query-contract.ts';
import { policyFromSchema, type ManagedSchedule } from '#shared/contract/admin/schedule.ts';
import { dayCounts, type DayCount } from '#shared/workflow/schedule/work-calendar.ts';

const useStyles = makeStyles({
  days: { display: 'grid', gridTemplateColumns: '1fr 1fr', gap: '10px', alignItems: 'start' },
  week: { display: 'flex', flexWrap: 'wrap', margin: 0, padding: 0, border: 'none' },
});

const labels = {
  verifikasi: texts.stages.verifikasi,
  validasi: texts.stages.validasi,
  persetujuan: texts.stages.persetujuan,
  perbaikan: texts.repair,
} as const;
const parts = ['verifikasi', 'validasi', 'persetujuan', 'perbaikan'] as const;

interface PolicyDialogProps {
  readonly query: QueryDesk;
  readonly schedule: ManagedSchedule;
  readonly onKept: (schedule: ManagedSchedule, sentence: string) => void;
  readonly onClose: () => void;
}

/** How many days each stage has where no period says a date, and on which days the office works. */
export function PolicyDialog({ query, schedule, onKept, onClose }: PolicyDialogProps) {
  const [typed, setTyped] = useState(() => typedOf(schedule));
  const act = useAct();
  const { days, count, workDays, from } = typed;
  const numbers = Object.fromEntries(parts.map((part) => [part, Number(days[part])]));
  const wanted = policyFromSchema.safeParse({ days: numbers, count, workDays, berlakuMulai: from });

  function submit(): void {
    if (!wanted.success) return;
    act.run(
      () => query.ask('adminKeepSchedule', { body: { policy: wanted.data } }),
      (kept) => onKept(kept, texts.policyKept),
    );
  }

  return (
    <FormDialog
      title={texts.policyTitle}
      submit={adminText.save}
      act={act}
      onSubmit={submit}
      onClose={onClose}
    >
      {(tried) => (
        <>
          <DayFields typed={typed} onChange={setTyped} tried={tried} />
          <Week typed={typed} onChange={setTyped} tried={tried} />
          <Field
            label={texts.validFrom}
            validationMessage={tried && from === '' ? texts.dayMissing : null}
          >
            <Input
              type="date"
              value={from}
              onChange={(_, data) => setTyped({ ...typed, from: data.value })}
            />
          </Field>
        </>
      )}
    </FormDialog>
  );
}

type Part = (typeof parts)[number];

interface PolicyTyped {
  readonly days: Readonly<Record<Part, string>>;
  readonly count: DayCount;
  readonly workDays: readonly number[];
  readonly from: string;
}

function typedOf({ policy, today }: ManagedSchedule): PolicyTyped {
  const { days, count, workDays } = policy;
  return {
    days: {
      verifikasi: String(days.verifikasi),
      validasi: String(days.validasi),
      persetujuan: String(days.persetujuan),
      perbaikan: String(days.perbaikan),
    },
    count,
    workDays,
    from: today,
  };
}

interface FieldsProps {
  readonly typed: PolicyTyped;
  readonly onChange: (typed: PolicyTyped) => void;
  readonly tried: boolean;
}

function DayFields({ typed, onChange, tried }: FieldsProps) {
  const styles = useStyles();
  const { days, count } = typed;
  return (
    <>
      <div className={styles.days}>
        {parts.map((part) => (
          <Field
            key={part}
            label={texts.daysLabel(labels[part])}
            validationMessage={tried && !isDay(days[part]) ? texts.daysWrong : null}
          >
            <Input
              type="number"
              min={1}
              max={365}
              value={days[part]}
              onChange={(_, data) => onChange({ ...typed, days: { ...days, [part]: data.value } })}
            />
          </Field>
        ))}
      </div>
      <Field label={texts.count}>
        <RadioGroup
          layout="horizontal"
          value={count}
          onChange={(_, data) =>
            onChange({ ...typed, count: dayCounts.find((one) => one === data.value) ?? count })
          }
        >
          {dayCounts.map((one) => (
            <Radio key={one} value={one} label={texts.counts[one]} />
          ))}
        </RadioGroup>
      </Field>
    </>
  );
}

/** Whether somebody typed so many days as a deadline may have. */
function isDay(text: string): boolean {
  return /^[1-9]\d{0,2}$/u.test(text) && Number(text) <= 365;
}

function Week({ typed, onChange, tried }: FieldsProps) {
  const styles = useStyles();
  const { workDays } = typed;
  const withDay = (day: number, works: boolean): readonly number[] =>
    works ? [...workDays, day].toSorted((a, b) => a - b) : workDays.filter((one) => one !== day);
  return (
    <Field
      label={texts.workDays}
      validationMessage={tried && workDays.length === 0 ? texts.noWorkDay : null}
    >
      <fieldset className={styles.week} aria-label={texts.workDays}>
        {texts.weekdays.map((name, at) => (
          <Checkbox
            key={name}
            label={name}
            checked={workDays.includes(at + 1)}
            onChange={(_, data) =>
              onChange({ ...typed, workDays: withDay(at + 1, data.checked === true) })
            }
          />
        ))}
      </fieldset>
    </Field>
  );
}
