import { useState, type FormEvent } from 'react';
import { Button, Field, Input, makeStyles, Text } from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons';
import { scheduleText as texts } from '#renderer/features/admin/schedule/texts.ts';
import type { Act } from '#renderer/features/admin/parts/use-act.ts';
import type { QueryDesk } from '#renderer/core/query/query-contract.ts';
import { formatDay } from '#renderer/ui/format/dates.ts';
import type { ManagedSchedule } from '#shared/contract/admin/schedule.ts';
import { isLocalDate } from '#shared/kernel/local-date.ts';
import { isPlainLine } from '#shared/kernel/typed-text.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: '10px', marginBottom: '6px' },
  list: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(270px, 1fr))',
    gap: '0 16px',
    margin: 0,
    padding: 0,
    listStyle: 'none',
  },
  item: { display: 'flex', alignItems: 'center', gap: '6px', minWidth: 0 },
  name: { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  remove: { marginLeft: 'auto' },
});

interface HolidaysProps {
  readonly query: QueryDesk;
  readonly schedule: ManagedSchedule;
  readonly act: Act;
  readonly onKept: (schedule: ManagedSchedule, sentence: string) => void;
}

/** The days on which the office rests, beside those of every week; the latest year first. */
export function Holidays({ query, schedule, act, onKept }: HolidaysProps) {
  const styles = useStyles();
  const [day, setDay] = useState('');
  const [name, setName] = useState('');

  function add(event: FormEvent): void {
    event.preventDefault();
    if (!isLocalDate(day) || !isPlainLine(name)) return;
    act.run(
      () => query.ask('adminKeepSchedule', { body: { holidays: [{ day, name: name.trim() }] } }),
      (kept) => {
        onKept(kept, texts.holidayKept(name.trim()));
        setDay('');
        setName('');
      },
    );
  }

  return (
    <>
      <form className={styles.form} onSubmit={add}>
        <Field label={texts.holidayDay} size="small">
          <Input size="small" type="date" value={day} onChange={(_, data) => setDay(data.value)} />
        </Field>
        <Field label={texts.holidayName} size="small">
          <Input size="small" value={name} onChange={(_, data) => setName(data.value)} />
        </Field>
        <Button
          size="small"
          type="submit"
          disabledFocusable={act.busy || !isLocalDate(day) || !isPlainLine(name)}
        >
          {texts.addHoliday}
        </Button>
      </form>
      <HolidayList {...{ schedule, query, act, onKept }} />
    </>
  );
}

function HolidayList({ query, schedule: { holidays }, act, onKept }: HolidaysProps) {
  const styles = useStyles();
  if (holidays.length === 0) return <Text>{texts.noHolidays}</Text>;
  const remove = ({ day, name }: (typeof holidays)[number]): void =>
    act.run(
      () => query.ask('adminKeepSchedule', { body: { withoutHolidays: [day] } }),
      (kept) => onKept(kept, texts.holidayRemoved(name)),
    );
  return (
    <ul className={styles.list}>
      {holidays.toReversed().map((holiday) => (
        <li key={holiday.day} className={styles.item}>
          <Text>{formatDay(holiday.day)}</Text>
          <span className={styles.name} title={holiday.name}>
            {holiday.name}
          </span>
          <Button
            size="small"
            appearance="subtle"
            className={styles.remove}
            icon={<Dismiss16Regular />}
            aria-label={texts.removeHoliday(holiday.name)}
            title={texts.removeHoliday(holiday.name)}
            onClick={() => remove(holiday)}
          />
        </li>
      ))}
    </ul>
  );
}
