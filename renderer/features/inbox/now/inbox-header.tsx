import { makeStyles, mergeClasses, ProgressBar, tokens } from '@fluentui/react-components';
import {
  CalendarCancel16Filled,
  CalendarClock16Regular,
  CheckmarkCircle16Filled,
} from '@fluentui/react-icons';
import { DeadlineChart } from '#renderer/features/inbox/now/deadline-chart.tsx';
import { whatNow } from '#renderer/features/inbox/now/what-now.ts';
import { inboxNowText } from '#renderer/features/inbox/text/now.ts';
import { inboxText } from '#renderer/features/inbox/text/inbox.ts';
import { inboxWordsOf } from '#renderer/features/inbox/text/inbox-words.ts';
import { useRole } from '#renderer/frame/role.ts';
import type { InboxStore } from '#renderer/core/inbox/inbox-contract.ts';
import type { WorkPace } from '#renderer/core/inbox/work-pace.ts';
import type { DeadlineRange } from '#renderer/core/inbox/inbox-query.ts';
import { unseen } from '#renderer/ui/parts/unseen.ts';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';

const useStyles = makeStyles({
  root: {
    flexShrink: 0,
    display: 'flex',
    alignItems: 'center',
    columnGap: '20px',
    padding: '6px 16px 2px',
    // As high as with the chart: nothing below moves when the counts are there.
    minHeight: '42px',
  },
  title: {
    margin: 0,
    fontSize: textSizes.title,
    lineHeight: lineHeights.title,
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: 'nowrap',
    // The bar above names the screen as well; where there is no room it is there for screen readers only.
    '@media (max-width: 1100px)': unseen,
  },
  now: { flex: '1 1 0', minWidth: 0 },
  sentence: {
    margin: 0,
    fontSize: textSizes.body,
    lineHeight: lineHeights.body,
    fontWeight: tokens.fontWeightSemibold,
  },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: '14px',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    fontSize: textSizes.dense,
    lineHeight: lineHeights.body,
    color: tokens.colorNeutralForeground2,
  },
  fact: { display: 'inline-flex', alignItems: 'center', gap: '4px', whiteSpace: 'nowrap' },
  hint: {
    margin: 0,
    fontSize: textSizes.dense,
    lineHeight: lineHeights.body,
    color: tokens.colorNeutralForeground2,
  },
  bar: { flexShrink: 0, width: '180px' },
  overdue: { color: tokens.colorPaletteRedForeground1 },
  urgent: { color: tokens.colorPaletteDarkOrangeForeground1 },
  done: { color: tokens.colorPaletteGreenForeground1 },
  link: {
    padding: 0,
    font: 'inherit',
    lineHeight: 'inherit',
    cursor: 'pointer',
    background: 'none',
    border: 'none',
    borderRadius: tokens.borderRadiusSmall,
    ':hover': { textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});

interface InboxHeaderProps {
  readonly work: WorkPace;
  readonly today: LocalDate;
  /** The deadlines that the list is filtered for. */
  readonly chosen: readonly DeadlineRange[];
  readonly onChoose: (deadlines: readonly DeadlineRange[]) => void;
  readonly onDecided: () => void;
}

/** What now: one sentence where to begin, what waits, what was done, whether the pace is enough. */
export function InboxHeader({ work, today, chosen, onChoose, onDecided }: InboxHeaderProps) {
  const styles = useStyles();
  return (
    <header className={styles.root}>
      <h1 className={styles.title}>{inboxText.title}</h1>
      <div className={styles.now}>
        <p className={styles.sentence}>{whatNow(work)}</p>
        <Facts work={work} onDecided={onDecided} />
      </div>
      <DeadlineChart deadlines={work.deadlines} today={today} chosen={chosen} onChoose={onChoose} />
    </header>
  );
}

/** The same place while the list is fetched for the first time: how far it is, and no count of what is not whole. */
export function LoadingHeader({ loading }: Pick<InboxStore, 'loading'>) {
  const styles = useStyles();
  if (!loading) {
    return (
      <header className={styles.root}>
        <h1 className={styles.title}>{inboxText.title}</h1>
      </header>
    );
  }
  const { here, of } = loading;
  const sentence = inboxNowText.loading(here, of);
  return (
    <header className={styles.root}>
      <h1 className={styles.title}>{inboxText.title}</h1>
      <div className={styles.now}>
        <p className={styles.sentence}>{sentence}</p>
        <p className={styles.hint}>{inboxNowText.loadingHint}</p>
      </div>
      <ProgressBar
        className={styles.bar}
        thickness="large"
        aria-label={sentence}
        {...(of !== null && { value: of === 0 ? 0 : here / of })}
      />
    </header>
  );
}

function Facts({ work, onDecided }: Pick<InboxHeaderProps, 'work' | 'onDecided'>) {
  const styles = useStyles();
  const { waiting, own, questions, overdue, urgent, pace, needed, decidedToday } = work;
  const { ownHint } = inboxWordsOf(useRole());
  return (
    <ul className={styles.facts} aria-label={inboxNowText.label}>
      <li className={styles.fact}>{inboxNowText.waiting(waiting)}</li>
      {own > 0 && (
        <li className={styles.fact} title={ownHint}>
          {inboxNowText.own(own)}
        </li>
      )}
      {questions > 0 && <li className={styles.fact}>{inboxNowText.questions(questions)}</li>}
      {overdue > 0 && (
        <li className={mergeClasses(styles.fact, styles.overdue)}>
          <CalendarCancel16Filled /> {inboxNowText.overdue(overdue)}
        </li>
      )}
      {urgent > 0 && (
        <li className={mergeClasses(styles.fact, styles.urgent)} title={inboxNowText.urgentHint}>
          <CalendarClock16Regular /> {inboxNowText.urgent(urgent)}
        </li>
      )}
      <li className={styles.fact}>
        <button
          type="button"
          title={inboxNowText.decidedHint}
          className={mergeClasses(styles.fact, styles.done, styles.link)}
          onClick={onDecided}
        >
          <CheckmarkCircle16Filled /> {inboxNowText.decidedToday(decidedToday)}
        </button>
      </li>
      {pace !== null && (
        <li className={styles.fact} title={inboxNowText.paceHint}>
          {inboxNowText.pace(Math.round(pace))}
        </li>
      )}
      {waiting > 0 && (
        <li className={styles.fact} title={inboxNowText.neededHint}>
          {inboxNowText.needed(needed)}
        </li>
      )}
    </ul>
  );
}
