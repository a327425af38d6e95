import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  ArrowUpload16Regular,
  CheckmarkCircle16Filled,
  DesktopCheckmark16Regular,
  DismissCircle16Filled,
} from '@fluentui/react-icons';
import type { OutboxEntryView } from '#renderer/features/outbox/outbox-entry.ts';
import { outboxText } from '#renderer/features/outbox/texts.ts';
import { formatMoment } from '#renderer/ui/format/dates.ts';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';

const useStyles = makeStyles({
  line: { display: 'flex', alignItems: 'center', gap: '5px' },
  detail: {
    fontSize: textSizes.small,
    lineHeight: lineHeights.small,
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
  good: { color: tokens.colorPaletteGreenForeground1 },
  bad: { color: tokens.colorPaletteRedForeground1, fontWeight: tokens.fontWeightSemibold },
  icon: { flexShrink: 0 },
});

type Refused = Extract<OutboxEntryView['state'], { kind: 'ditolak' }>;

// The reason stays in view, also when nothing is left to do about it.
function refusalDetail({ error, handled }: Refused, today: LocalDate): string {
  switch (handled.kind) {
    case 'belum':
      return `${error.message} ${error.action}`;
    case 'diputuskan_ulang':
      return `${error.message} ${outboxText.redone}`;
    case 'dilepas':
      return `${error.message} ${outboxText.letGone(formatMoment(handled.at, today))}`;
  }
}

/** What has become of a decision, in words. */
export function OutboxStateText({
  state,
  today,
}: {
  readonly state: OutboxEntryView['state'];
  readonly today: LocalDate;
}) {
  const styles = useStyles();
  switch (state.kind) {
    case 'menunggu':
      return (
        <div>
          <div className={styles.line}>
            <DesktopCheckmark16Regular className={styles.icon} /> {outboxText.waiting}
          </div>
          <div className={styles.detail}>{outboxText.waitingDetail}</div>
        </div>
      );
    case 'mengirim':
      return (
        <div>
          <div className={styles.line}>
            <ArrowUpload16Regular className={styles.icon} /> {outboxText.sending}
          </div>
          {state.attempts > 1 && (
            <div className={styles.detail}>{outboxText.sendingAgain(state.attempts)}</div>
          )}
        </div>
      );
    case 'terkirim':
      return (
        <div className={mergeClasses(styles.line, styles.good)}>
          <CheckmarkCircle16Filled className={styles.icon} />{' '}
          {outboxText.sent(formatMoment(state.receivedAt, today))}
        </div>
      );
    case 'ditolak':
      return (
        <div>
          <div className={mergeClasses(styles.line, state.handled.kind === 'belum' && styles.bad)}>
            <DismissCircle16Filled className={styles.icon} /> {outboxText.refused}
          </div>
          <div className={styles.detail}>{refusalDetail(state, today)}</div>
        </div>
      );
  }
}
