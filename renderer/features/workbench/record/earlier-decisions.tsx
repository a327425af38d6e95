import { makeStyles, tokens } from '@fluentui/react-components';
import { recordText } from '#renderer/features/workbench/text/record.ts';
import { sharedText } from '#renderer/frame/shared-text.ts';
import { FoldingSection } from '#renderer/ui/parts/folding-section.tsx';
import { formatTime } from '#renderer/ui/format/dates.ts';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';
import { roleLabels } from '#shared/workflow/workflow-labels.ts';
import { deletionReasonField } from '#shared/records/deletion/deletion-claim.ts';
import { toldWarnings } from '#shared/records/open-warning.ts';
import { showField } from '#shared/records/value-text.ts';
import { documentLabels, warningLabel } from '#shared/records/warning-labels.ts';
import { findReason } from '#shared/workflow/reasons.ts';
import type { Usul } from '#shared/records/usul.ts';
import { longDate } from '#shared/kernel/date-text.ts';
import { localDateOf } from '#shared/kernel/local-date.ts';

const useStyles = makeStyles({
  count: {
    fontSize: textSizes.small,
    lineHeight: lineHeights.small,
    color: tokens.colorNeutralForeground2,
  },
  list: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: '6px',
    fontSize: textSizes.dense,
    lineHeight: lineHeights.dense,
  },
  head: { display: 'flex', flexWrap: 'wrap', columnGap: '10px' },
  action: { fontWeight: tokens.fontWeightSemibold },
  calm: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  detail: { overflowWrap: 'anywhere', userSelect: 'text' },
});

type UsulEvent = Usul['history'][number];

interface EarlierDecisionsProps {
  readonly usul: Usul;
  readonly open: boolean;
  readonly onToggle: () => void;
}

/** "Keputusan sebelumnya": what happened to this usul, newest first; nothing while it was only submitted. */
export function EarlierDecisions({ usul, ...section }: EarlierDecisionsProps) {
  const styles = useStyles();
  const { history } = usul;
  if (history.every(({ action }) => action === 'ajukan')) return null;
  const newestFirst = history.toReversed();
  return (
    <FoldingSection
      title={recordText.earlier}
      summary={<span className={styles.count}>{recordText.earlierCount(history.length)}</span>}
      {...section}
    >
      <ol className={styles.list}>
        {newestFirst.map((event, index) => (
          <EventItem key={`${event.at}-${index}`} event={event} usul={usul} />
        ))}
      </ol>
    </FoldingSection>
  );
}

function EventItem({ event, usul }: { readonly event: UsulEvent; readonly usul: Usul }) {
  const styles = useStyles();
  const at = new Date(event.at);
  const reasons = event.reasons.map((code) => findReason(code)?.label ?? code);
  const { acknowledged, notAsked, unread } = toldWarnings(event.acknowledged);
  const labelsOf = (warnings: typeof acknowledged) =>
    warnings.map((warning) => warningLabel(warning, usul)).join('; ');
  return (
    <li>
      <div className={styles.head}>
        <span className={styles.action}>{labelIn(sharedText.history.actions, event.action)}</span>
        <span className={styles.calm}>{recordText.revision(event.revision)}</span>
        <span className={styles.calm}>
          {longDate(localDateOf(at))} {formatTime(event.at)}
        </span>
        <span className={styles.calm}>
          {sharedText.history.by(event.actorName, labelIn(roleLabels, event.actorRole))}
        </span>
      </div>
      {reasons.length > 0 && (
        <div className={styles.detail}>
          {recordText.reasons}: {reasons.join('; ')}
        </div>
      )}
      {event.deletionReason !== undefined && (
        <div className={styles.detail}>
          {sharedText.history.deletionReason}:{' '}
          {showField(deletionReasonField, event.deletionReason)}
        </div>
      )}
      {acknowledged.length > 0 && (
        <div className={styles.detail}>
          {recordText.acknowledged}: {labelsOf(acknowledged)}
        </div>
      )}
      {notAsked.length > 0 && (
        <div className={styles.detail}>
          {sharedText.history.notAsked}: {labelsOf(notAsked)}
        </div>
      )}
      {unread.length > 0 && (
        <div className={styles.detail}>
          {sharedText.history.unread}: {documentLabels(unread, usul).join('; ')}
        </div>
      )}
      {event.note !== '' && (
        <div className={styles.detail}>
          {recordText.note}: “{event.note}”
        </div>
      )}
    </li>
  );
}

/** A newer server may know more actions and roles than this version: those are shown as they came. */
function labelIn(labels: Readonly<Record<string, string>>, key: string): string {
  return labels[key] ?? key;
}
