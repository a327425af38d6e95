import { Button, makeStyles, tokens } from '@fluentui/react-components';
import {
  ArrowLeft20Regular,
  ChevronLeft20Regular,
  ChevronRight20Regular,
} from '@fluentui/react-icons';
import { type ConflictAction, conflictKeys } from '#renderer/features/outbox/conflict/keys.ts';
import { conflictsText } from '#renderer/features/outbox/conflict/texts.ts';
import { keyShortcuts, shownKey } from '#renderer/ui/keys/key-group.ts';
import { LiveRegion } from '#renderer/ui/parts/live-region.tsx';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';

const useStyles = makeStyles({
  root: {
    flexShrink: 0,
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    padding: '6px 16px 4px 10px',
  },
  title: {
    margin: 0,
    fontSize: textSizes.title,
    lineHeight: lineHeights.title,
    fontWeight: tokens.fontWeightSemibold,
  },
  place: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
  walk: { display: 'flex', alignItems: 'center', gap: '2px', marginLeft: 'auto' },
});

interface ConflictHeadProps {
  /** From 1; 0 when there is none. */
  readonly at: number;
  readonly all: number;
  /** Whose usul is shown; empty when none is. */
  readonly name: string;
  readonly onBack: () => void;
  readonly onPrevious: () => void;
  readonly onNext: () => void;
}

/** Title of the screen, which of the returned decisions is shown, and the ways to the others and back. */
export function ConflictHead(props: ConflictHeadProps) {
  const { at, all, name } = props;
  const styles = useStyles();
  return (
    <header className={styles.root}>
      <Button
        {...named(conflictsText.back, 'leaveConflicts')}
        icon={<ArrowLeft20Regular />}
        onClick={props.onBack}
      />
      <h1 className={styles.title}>{conflictsText.title}</h1>
      {all > 0 && (
        <div className={styles.walk}>
          <span className={styles.place}>{conflictsText.place(at, all)}</span>
          <Button
            {...named(conflictsText.previous, 'previousConflict')}
            icon={<ChevronLeft20Regular />}
            disabledFocusable={at <= 1}
            onClick={props.onPrevious}
          />
          <Button
            {...named(conflictsText.next, 'nextConflict')}
            icon={<ChevronRight20Regular />}
            disabledFocusable={at >= all}
            onClick={props.onNext}
          />
        </div>
      )}
      <LiveRegion sentence={all > 0 ? conflictsText.shown(at, all, name) : ''} />
    </header>
  );
}

function named(label: string, action: ConflictAction) {
  return {
    size: 'small',
    appearance: 'subtle',
    'aria-label': label,
    'aria-keyshortcuts': keyShortcuts(conflictKeys, action),
    title: `${label} (${shownKey(conflictKeys, action)})`,
  } as const;
}
