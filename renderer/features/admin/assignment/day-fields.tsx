import { Field, Input, makeStyles } from '@fluentui/react-components';
import { assignmentText as texts } from '#renderer/features/admin/assignment/texts.ts';
import { isLocalDate, type LocalDate } from '#shared/kernel/local-date.ts';

const useStyles = makeStyles({
  pair: { display: 'grid', gridTemplateColumns: '1fr 1fr', gap: '10px', alignItems: 'start' },
});

/** Two days as they are typed; both belong to what they bound. */
export interface TypedDays {
  readonly from: string;
  readonly until: string;
}

/** The days, where both are there and in their order. */
export function daysOf({
  from,
  until,
}: TypedDays): { readonly from: LocalDate; readonly until: LocalDate } | null {
  return isLocalDate(from) && isLocalDate(until) && from <= until ? { from, until } : null;
}

interface DayFieldsProps {
  readonly days: TypedDays;
  readonly tried: boolean;
  readonly onChange: (days: TypedDays) => void;
}

/** Between which days. */
export function DayFields({ days, tried, onChange }: DayFieldsProps) {
  const styles = useStyles();
  const wrong = tried && daysOf(days) === null ? texts.daysWrong : null;
  return (
    <div className={styles.pair}>
      <Field label={texts.from} validationMessage={wrong}>
        <Input
          type="date"
          value={days.from}
          onChange={(_, data) => onChange({ ...days, from: data.value })}
        />
      </Field>
      <Field label={texts.until}>
        <Input
          type="date"
          value={days.until}
          onChange={(_, data) => onChange({ ...days, until: data.value })}
        />
      </Field>
    </div>
  );
}
