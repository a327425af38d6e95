import type { Ref } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import { Warning16Filled } from '@fluentui/react-icons';
import type { TimelineEntry } from '#renderer/features/workbench/record/timeline-entry.ts';
import { TimelineList } from '#renderer/features/workbench/record/timeline-list.tsx';
import { recordText } from '#renderer/features/workbench/text/record.ts';
import { FoldingSection } from '#renderer/ui/parts/folding-section.tsx';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';

const useStyles = makeStyles({
  count: {
    fontSize: textSizes.small,
    lineHeight: lineHeights.small,
    color: tokens.colorNeutralForeground2,
  },
  breaks: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '4px',
    fontSize: textSizes.small,
    lineHeight: lineHeights.small,
    color: tokens.colorPaletteDarkOrangeForeground1,
  },
  none: {
    margin: 0,
    fontSize: textSizes.dense,
    lineHeight: lineHeights.dense,
    color: tokens.colorNeutralForeground2,
  },
});

interface OtherRecordsProps {
  readonly entries: readonly TimelineEntry[];
  readonly open: boolean;
  readonly onToggle: () => void;
  readonly headingRef: Ref<HTMLButtonElement>;
}

/** "Riwayat lain": the person's records of the same kind, with the proposed one in its place. */
export function OtherRecords({ entries, ...section }: OtherRecordsProps) {
  const styles = useStyles();
  const others = entries.filter(({ key }) => key !== 'usul').length;
  const breaks = entries.reduce((sum, entry) => sum + entry.breaks.length, 0);
  const summary = (
    <>
      <span className={styles.count}>{recordText.otherRecordsCount(others)}</span>
      {breaks > 0 && (
        <span className={styles.breaks}>
          <Warning16Filled aria-hidden="true" />
          {recordText.breakCount(breaks)}
        </span>
      )}
    </>
  );
  return (
    <FoldingSection title={recordText.otherRecords} summary={summary} {...section}>
      {others === 0 ? (
        <p className={styles.none}>{recordText.noOtherRecords}</p>
      ) : (
        <TimelineList entries={entries} />
      )}
    </FoldingSection>
  );
}
