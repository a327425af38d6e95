import { makeStyles, tokens } from '@fluentui/react-components';
import { EventItem } from '#renderer/features/workbench/record/event-item.tsx';
import { recordText } from '#renderer/features/workbench/text/record.ts';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';
import type { Usul } from '#shared/records/usul.ts';
import { deedsOnRevision } from '#shared/workflow/told-decisions.ts';

const useStyles = makeStyles({
  root: {
    listStyle: 'none',
    margin: 0,
    padding: '5px 12px 5px 15px',
    display: 'flex',
    flexDirection: 'column',
    gap: '3px',
    fontSize: textSizes.dense,
    lineHeight: lineHeights.dense,
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

/** What other offices did to the usul in this revision, newest first, over the fields: whoever decides next stands on it. */
export function RevisionDeeds({ usul }: { readonly usul: Usul }) {
  const styles = useStyles();
  const deeds = deedsOnRevision(usul);
  if (deeds.length === 0) return null;
  return (
    <ol
      className={styles.root}
      aria-label={recordText.onRevision}
      data-testid="keputusan-pengajuan"
    >
      {deeds.toReversed().map((event, index) => (
        <EventItem key={`${event.at}-${index}`} event={event} usul={usul} brief />
      ))}
    </ol>
  );
}
