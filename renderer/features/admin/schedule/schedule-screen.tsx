import { useState } from 'react';
import { Button, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import { Holidays } from '#renderer/features/admin/schedule/holidays.tsx';
import { PeriodChart } from '#renderer/features/admin/schedule/period-chart.tsx';
import { PeriodDialog } from '#renderer/features/admin/schedule/period-dialog.tsx';
import { PolicyDialog } from '#renderer/features/admin/schedule/policy-dialog.tsx';
import { scheduleText as texts } from '#renderer/features/admin/schedule/texts.ts';
import { AdminPage } from '#renderer/features/admin/parts/admin-page.tsx';
import { Retry } from '#renderer/features/admin/parts/admin-list.tsx';
import { adminKeys } from '#renderer/features/admin/parts/keys.ts';
import { adminText } from '#renderer/features/admin/parts/texts.ts';
import { useAct, type Act } from '#renderer/features/admin/parts/use-act.ts';
import { useAnswer } from '#renderer/frame/use-answer.ts';
import type { QueryDesk } from '#renderer/core/query/query-contract.ts';
import type { ScreenProps } from '#renderer/frame/screen.tsx';
import { useKeys } from '#renderer/ui/keys/use-keys.ts';
import { Waiting } from '#renderer/ui/parts/waiting.tsx';
import { formatDay } from '#renderer/ui/format/dates.ts';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';
import type { ManagedSchedule } from '#shared/contract/admin/schedule.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { timeZones } from '#shared/kernel/time-zone.ts';
import { isClosed, stagesUnderWay, type Period } from '#shared/workflow/schedule/period.ts';

const useStyles = makeStyles({
  group: {
    margin: '14px 0 4px',
    fontSize: textSizes.body,
    lineHeight: lineHeights.body,
    fontWeight: tokens.fontWeightSemibold,
  },
  period: {
    padding: '10px 12px',
    marginBottom: '8px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  head: {
    display: 'flex',
    alignItems: 'baseline',
    gap: '4px 12px',
    flexWrap: 'wrap',
    marginBottom: '6px',
  },
  name: { overflowWrap: 'anywhere' },
  facts: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  edit: { marginLeft: 'auto' },
  line: { display: 'flex', alignItems: 'center', gap: '12px', flexWrap: 'wrap' },
});

type Editing =
  | { readonly kind: 'period'; readonly period: Period | null }
  | { readonly kind: 'policy' };

/** "Periode & Kalender": when each stage runs, how long deadlines are, and when the office rests. */
export function ScheduleScreen({ desk: { query: lane }, announce }: ScreenProps) {
  const answer = useAnswer((signal) => lane.ask('adminSchedule', {}, signal));
  const overview = useAnswer((signal) => lane.ask('adminOverview', {}, signal));
  const [editing, setEditing] = useState<Editing | null>(null);
  const act = useAct();
  const { value: schedule, failure, reload } = answer;
  useKeys([adminKeys], { reload, addNew: () => setEditing({ kind: 'period', period: null }) });
  const kept = (now: ManagedSchedule, sentence: string): void => {
    setEditing(null);
    answer.put(now);
    announce(sentence);
  };
  const close = (): void => setEditing(null);
  return (
    <AdminPage
      title={texts.title}
      summary={texts.summary}
      failure={failure ?? act.failure}
      scrolls
      actions={
        <>
          <Button size="small" onClick={reload}>
            {adminText.reload}
          </Button>
          <Button
            size="small"
            appearance="primary"
            disabledFocusable={!schedule}
            onClick={() => setEditing({ kind: 'period', period: null })}
          >
            {texts.add}
          </Button>
        </>
      }
    >
      {schedule ? (
        <Schedule {...{ schedule, query: lane, act, onKept: kept, onEdit: setEditing }} />
      ) : failure ? (
        <Retry onRetry={reload} />
      ) : (
        <Waiting label={adminText.loading} tooLong={adminText.slow} />
      )}
      {schedule && editing?.kind === 'period' && (
        <PeriodDialog
          {...{ schedule, query: lane, onKept: kept, onClose: close }}
          period={editing.period}
          overview={overview.value}
        />
      )}
      {schedule && editing?.kind === 'policy' && (
        <PolicyDialog {...{ schedule, query: lane, onKept: kept, onClose: close }} />
      )}
    </AdminPage>
  );
}

interface ScheduleProps {
  readonly schedule: ManagedSchedule;
  readonly query: QueryDesk;
  readonly act: Act;
  readonly onKept: (schedule: ManagedSchedule, sentence: string) => void;
  readonly onEdit: (editing: Editing) => void;
}

function Schedule(props: ScheduleProps) {
  const styles = useStyles();
  const { schedule, onEdit } = props;
  const { periods, today } = schedule;
  return (
    <>
      <h2 className={styles.group}>{texts.periods}</h2>
      {periods.length === 0 && <Text>{texts.noPeriods}</Text>}
      {periods.map((period) => (
        <PeriodCard
          key={period.id}
          period={period}
          today={today}
          onEdit={() => onEdit({ kind: 'period', period })}
        />
      ))}
      <Policy {...props} />
      <h2 className={styles.group}>{texts.holidays}</h2>
      <Holidays {...props} />
    </>
  );
}

interface PeriodCardProps {
  readonly period: Period;
  readonly today: LocalDate;
  readonly onEdit: () => void;
}

function PeriodCard({ period, today, onEdit }: PeriodCardProps) {
  const styles = useStyles();
  const { name, legalBasis, cutOffDay, closedOn } = period;
  const stages = stagesUnderWay(period, today).map((stage) => texts.stages[stage]);
  const state =
    closedOn !== null && isClosed(period, today)
      ? texts.closedSince(formatDay(closedOn))
      : stages.length === 0
        ? texts.notUnderWay
        : texts.underWay(stages.join(', '));
  const facts = [legalBasis, ...(cutOffDay === null ? [] : [texts.cutOff(cutOffDay)])];
  return (
    <article className={styles.period} aria-label={name}>
      <div className={styles.head}>
        <Text weight="semibold" className={styles.name}>
          {name}
        </Text>
        <Text>{state}</Text>
        <Text size={200} className={styles.facts}>
          {facts.join(' · ')}
        </Text>
        <Button size="small" className={styles.edit} onClick={onEdit}>
          {texts.edit}
        </Button>
      </div>
      <PeriodChart period={period} today={today} />
    </article>
  );
}

function Policy({ schedule, query, act, onKept, onEdit }: ScheduleProps) {
  const styles = useStyles();
  const { policy, timeZone } = schedule;
  const workDays = policy.workDays.map((day) => texts.weekdays[day - 1]).join(', ');
  const setZone = (wanted: string): void => {
    const zone = timeZones.find((one) => one === wanted);
    if (!zone || zone === timeZone) return;
    act.run(
      () => query.ask('adminKeepSchedule', { body: { timeZone: zone } }),
      (kept) => onKept(kept, texts.timeZoneKept(zone)),
    );
  };
  return (
    <>
      <h2 className={styles.group}>{texts.policy}</h2>
      <Text block>
        {texts.policyOf(policy.days, texts.counts[policy.count])}{' '}
        {texts.since(formatDay(policy.berlakuMulai))}
      </Text>
      <Text block>{texts.workDaysOf(workDays)}</Text>
      <div className={styles.line}>
        <Button size="small" onClick={() => onEdit({ kind: 'policy' })}>
          {texts.editPolicy}
        </Button>
        <Select
          size="small"
          aria-label={texts.timeZone}
          value={timeZone}
          onChange={(_, data) => setZone(data.value)}
        >
          {timeZones.map((zone) => (
            <option key={zone} value={zone}>
              {zone}
            </option>
          ))}
        </Select>
      </div>
    </>
  );
}
