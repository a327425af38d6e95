import { useEffect, useState } from 'react';
import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { useStore } from 'zustand';
import { Announcement } from '#renderer/desk/shell/announcement.tsx';
import { UndoOffer } from '#renderer/desk/shell/undo-offer.tsx';
import type { Said } from '#renderer/desk/shell/use-announcer.ts';
import type { Desk } from '#renderer/core/desk-contract.ts';

/** How long a sentence stays in sight (milliseconds): long enough to be read twice. */
const shownMs = 7000;

const useStyles = makeStyles({
  root: {
    flex: '1 1 0',
    minWidth: 0,
    position: 'relative',
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    gap: '8px',
    padding: '0 8px',
  },
  /** As long as it says something, the name of the office gives way. */
  busy: { flexBasis: '26em' },
});

interface HappeningProps {
  readonly said: Said;
  readonly desk: Pick<Desk, 'outbox'>;
  readonly onUndo: () => void;
}

/** The middle of the top bar, kept free for it: what was said last, and the way back from the last decision. */
export function Happening({ said, desk, onUndo }: HappeningProps) {
  const styles = useStyles();
  const last = useStore(desk.outbox, (outbox) => outbox.last);
  const sentence = useFading(said);
  // That it is saved stands in the offer already, with the name.
  const toldTwice = last !== null && said.kind === 'tersimpan';
  const spoken = sentence !== '' && !toldTwice;
  return (
    <div className={mergeClasses(styles.root, (spoken || last !== null) && styles.busy)}>
      <Announcement sentence={sentence} heardOnly={toldTwice} />
      {last && <UndoOffer key={last.decisionId} last={last} brief={spoken} onUndo={onUndo} />}
    </div>
  );
}

function useFading(said: Said): string {
  const [past, setPast] = useState<Said | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setPast(said), shownMs);
    return () => clearTimeout(timer);
  }, [said]);
  return past === said ? '' : said.sentence;
}
