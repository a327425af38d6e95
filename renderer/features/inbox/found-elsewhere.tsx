import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { Search16Regular } from '@fluentui/react-icons';
import { inboxText } from '#renderer/features/inbox/text/inbox.ts';
import type { InboxStore } from '#renderer/core/inbox/inbox-contract.ts';

const useStyles = makeStyles({
  root: {
    flexShrink: 0,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 8px',
    padding: '2px 16px',
    backgroundColor: tokens.colorNeutralBackground2,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

interface FoundElsewhereProps {
  readonly inbox: Pick<InboxStore, 'queue' | 'similar' | 'foundElsewhere' | 'loading'>;
  /** Decisions of this PC that the search finds. */
  readonly decisions: number;
  readonly onShowUsul: () => void;
  readonly onShowDecisions: () => void;
}

/** What the search says of itself: what is only similar, and what it finds outside the filter and among what was decided. */
export function FoundElsewhere(props: FoundElsewhereProps) {
  const styles = useStyles();
  const { inbox, decisions } = props;
  const similar = inboxText.similar(inbox.similar, inbox.queue.length);
  // Of half a list nobody knows how many there are.
  const usul = inbox.loading ? 0 : inbox.foundElsewhere;
  if (similar === '' && usul + decisions === 0) return null;
  return (
    <div className={styles.root}>
      <Search16Regular />
      {similar !== '' && <Text>{similar}</Text>}
      {usul > 0 && (
        <>
          <Text>{inboxText.foundElsewhere(usul)}</Text>
          <Button size="small" appearance="subtle" onClick={props.onShowUsul}>
            {inboxText.showFound}
          </Button>
        </>
      )}
      {decisions > 0 && (
        <>
          <Text>{inboxText.foundDecided(decisions)}</Text>
          <Button size="small" appearance="subtle" onClick={props.onShowDecisions}>
            {inboxText.showDecided}
          </Button>
        </>
      )}
    </div>
  );
}
