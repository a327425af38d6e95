import type { ReactElement } from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  ArrowDownload16Regular,
  CalendarClock16Regular,
  CheckmarkCircle16Filled,
  DismissCircle16Filled,
  Document16Regular,
  Warning16Filled,
} from '@fluentui/react-icons';
import { statusOf } from '#renderer/state/inbox/inbox-list.ts';
import type { InboxRow, InboxStatus } from '#renderer/state/store-contracts.ts';
import { formatDay, formatDaysLeft, urgencyOf } from '#renderer/ui/format/dates.ts';
import { inboxText } from '#renderer/ui/text/inbox.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';

const useStyles = makeStyles({
  cell: { padding: 0 },
  line: { display: 'flex', alignItems: 'center', gap: '4px', whiteSpace: 'nowrap' },
  small: { fontSize: '12px', color: tokens.colorNeutralForeground2 },
  lewat: { color: tokens.colorPaletteRedForeground1, fontWeight: tokens.fontWeightSemibold },
  mendesak: {
    color: tokens.colorPaletteDarkOrangeForeground1,
    fontWeight: tokens.fontWeightSemibold,
  },
  biasa: {},
  good: { color: tokens.colorPaletteGreenForeground1 },
  bad: { color: tokens.colorPaletteRedForeground1 },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** Deadline: how far, in words and colour, and the day itself. */
export function DeadlineCell({
  deadline,
  today,
}: {
  readonly deadline: LocalDate;
  readonly today: LocalDate;
}) {
  const styles = useStyles();
  const urgency = urgencyOf(deadline, today);
  return (
    <td className={styles.cell}>
      <div className={mergeClasses(styles.line, styles[urgency])}>
        {urgency === 'lewat' && <Warning16Filled />}
        {urgency === 'mendesak' && <CalendarClock16Regular />}
        {formatDaysLeft(deadline, today)}
      </div>
      <div className={styles.small}>{formatDay(deadline)}</div>
    </td>
  );
}

/** Whether the documents are on this PC. */
export function DocumentsCell({ ready }: { readonly ready: boolean }) {
  const styles = useStyles();
  return (
    <td className={mergeClasses(styles.cell, styles.line, !ready && styles.quiet)}>
      {ready ? <Document16Regular /> : <ArrowDownload16Regular />}
      {ready ? inboxText.documentsReady : inboxText.documentsComing}
    </td>
  );
}

const statusIcons: Partial<Record<InboxStatus, ReactElement>> = {
  sudah_diputuskan: <CheckmarkCircle16Filled />,
  ditolak_server: <DismissCircle16Filled />,
};

/** State of the usul; says also when it was left half judged. */
export function StatusCell({ row }: { readonly row: InboxRow }) {
  const styles = useStyles();
  const status = statusOf(row);
  const tone =
    status === 'sudah_diputuskan'
      ? styles.good
      : status === 'ditolak_server'
        ? styles.bad
        : undefined;
  return (
    <td className={styles.cell}>
      <div className={mergeClasses(styles.line, tone)}>
        {statusIcons[status]}
        {inboxText.statuses[status]}
      </div>
      {row.hasDraft && <div className={styles.small}>{inboxText.draft}</div>}
    </td>
  );
}
