import { useEffect, useMemo, useRef, type RefObject } from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { compareWithNow } from '#renderer/features/outbox/conflict/compare-fields.ts';
import { FieldChanges } from '#renderer/features/outbox/conflict/field-changes.tsx';
import { MyDecision } from '#renderer/features/outbox/conflict/my-decision.tsx';
import { StateNow } from '#renderer/features/outbox/conflict/state-now.tsx';
import { recordTitle, type OutboxEntryView } from '#renderer/features/outbox/outbox-entry.ts';
import { conflictsText } from '#renderer/features/outbox/conflict/texts.ts';
import type { UsulNow } from '#renderer/core/conflict/conflict-contract.ts';
import { useToday } from '#renderer/ui/parts/use-today.ts';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';
import { showNip } from '#shared/records/value-text.ts';

const useStyles = makeStyles({
  root: {
    flexGrow: 1,
    minHeight: 0,
    overflow: 'auto',
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    padding: '2px 16px 12px',
    backgroundColor: tokens.colorNeutralBackground2,
    // As large as the work itself: a thick frame around it would shout.
    ':focus-visible': { outline: `1px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-1px' },
  },
  person: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    gap: '0 16px',
    padding: '6px 0 0',
    overflowWrap: 'anywhere',
  },
  name: {
    fontSize: textSizes.title,
    lineHeight: lineHeights.title,
    fontWeight: tokens.fontWeightSemibold,
  },
  facts: { color: tokens.colorNeutralForeground2 },
  nip: { fontVariantNumeric: 'tabular-nums' },
  sides: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    gap: '8px',
  },
});

interface ConflictBodyProps {
  readonly entry: OutboxEntryView;
  readonly now: UsulNow;
  readonly ref: RefObject<HTMLElement | null>;
}

/** Whose usul it is, mine beside now, and what changed; scrolls as a whole. */
export function ConflictBody({ entry, now, ref }: ConflictBodyProps) {
  const styles = useStyles();
  const today = useToday();
  const comparison = useMemo(() => compareWithNow(entry, now), [entry, now]);
  useStartAtTop(ref, entry.decision.id);
  return (
    <section
      ref={ref}
      className={styles.root}
      aria-label={conflictsText.body}
      // The keys scroll it, and those of the screen work from here.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <div className={styles.person}>
        <span className={styles.name}>{entry.employeeName}</span>
        <span className={mergeClasses(styles.facts, styles.nip)}>{showNip(entry.nip)}</span>
        <span className={styles.facts}>{recordTitle(entry)}</span>
      </div>
      <div className={styles.sides}>
        <MyDecision entry={entry} today={today} />
        <StateNow entry={entry} now={now} today={today} />
      </div>
      <FieldChanges entry={entry} comparison={comparison} />
    </section>
  );
}

/** Each decision begins at its top; the first takes the focus, so that the keys scroll without a click. */
function useStartAtTop(body: RefObject<HTMLElement | null>, decisionId: string): void {
  const shown = useRef<string | null>(null);
  useEffect(() => {
    body.current?.scrollTo({ top: 0 });
    if (shown.current === null) body.current?.focus({ preventScroll: true });
    shown.current = decisionId;
  }, [body, decisionId]);
}
