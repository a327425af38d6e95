import { makeStyles, tokens } from '@fluentui/react-components';
import { EventItem } from '#renderer/features/workbench/record/event-item.tsx';
import { recordText } from '#renderer/features/workbench/text/record.ts';
import { FoldingSection } from '#renderer/ui/parts/folding-section.tsx';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';
import type { Usul } from '#shared/records/usul.ts';
import { deedsOnRevision } from '#shared/workflow/told-decisions.ts';

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
});

interface EarlierDecisionsProps {
  readonly usul: Usul;
  readonly open: boolean;
  readonly onToggle: () => void;
}

/**
 * "Keputusan sebelumnya": what happened to this usul, newest first, but for what stands over the fields (`RevisionDeeds`);
 * nothing while it was only submitted.
 */
export function EarlierDecisions({ usul, ...section }: EarlierDecisionsProps) {
  const styles = useStyles();
  const above = new Set(deedsOnRevision(usul));
  const history = usul.history.filter((event) => !above.has(event));
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
