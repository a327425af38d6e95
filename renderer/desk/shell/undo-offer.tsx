import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircle16Filled } from '@fluentui/react-icons';
import { appText } from '#renderer/desk/text/app.ts';
import { useRole } from '#renderer/frame/role.ts';
import { generalKeys } from '#renderer/frame/general-keys.ts';
import type { LastDecision } from '#renderer/core/outbox/outbox-contract.ts';
import { shownKey } from '#renderer/ui/keys/key-group.ts';
import { KeyCap } from '#renderer/ui/parts/key-cap.tsx';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';
import { outcomeLabelsOf } from '#shared/workflow/workflow-labels.ts';
import { useEffect, useState } from 'react';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    minWidth: 0,
    padding: '0 2px 0 10px',
    fontSize: textSizes.dense,
    lineHeight: lineHeights.dense,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  /** Without its text it is as narrow as it can be: what is said beside it gives way. */
  brief: { flexShrink: 0 },
  icon: { flexShrink: 0, display: 'flex', color: tokens.colorPaletteGreenForeground1 },
  text: { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  button: { flexShrink: 0, minWidth: 0, whiteSpace: 'nowrap', gap: '6px' },
  /** As wide as its widest content: the number changes each second and nothing moves. */
  clock: {
    flexShrink: 0,
    display: 'flex',
    alignItems: 'center',
    gap: '4px',
    minWidth: '5.2em',
    whiteSpace: 'nowrap',
    fontVariantNumeric: 'tabular-nums',
    color: tokens.colorNeutralForeground2,
  },
});

interface UndoOfferProps {
  readonly last: LastDecision;
  /** Whether a sentence is said in its place just now; then only the way back stays. */
  readonly brief: boolean;
  readonly onUndo: () => void;
}

/** The decision made last and the way back; not a live region: what was saved is said once, by the announcement. */
export function UndoOffer({ last, brief, onUndo }: UndoOfferProps) {
  const styles = useStyles();
  const seconds = useSecondsLeft(last.heldUntil);
  const labels = outcomeLabelsOf(useRole());
  const saved = appText.lastSaved(last.employeeName, labels[last.outcome]);
  return (
    <fieldset
      className={mergeClasses(styles.root, brief && styles.brief)}
      aria-label={appText.lastDecision}
      style={{ margin: 0 }}
    >
      {!brief && (
        <>
          <span className={styles.icon}>
            <CheckmarkCircle16Filled />
          </span>
          <span className={styles.text} title={saved}>
            {saved}
          </span>
        </>
      )}
      <Button
        size="small"
        appearance="subtle"
        className={styles.button}
        title={`${appText.undoTitle(last.employeeName)} (${shownKey(generalKeys, 'undoDecision')})`}
        aria-keyshortcuts={shownKey(generalKeys, 'undoDecision')}
        onClick={onUndo}
      >
        {appText.undo} <KeyCap shown={shownKey(generalKeys, 'undoDecision')} />
      </Button>
      {seconds > 0 && (
        <span className={styles.clock} aria-hidden="true">
          <Ring share={Math.min(1, seconds / heldSeconds)} /> {appText.seconds(seconds)}
        </span>
      )}
    </fieldset>
  );
}

/** What a decision is held for, in seconds; the ring is full then. */
const heldSeconds = 10;
const radius = 6;
const around = 2 * Math.PI * radius;

/** What is left, as a part of a circle; steps with the number and does not glide. */
function Ring({ share }: { readonly share: number }) {
  const circle = { cx: 8, cy: 8, r: radius, fill: 'none', strokeWidth: 2.5 };
  return (
    <svg width="16" height="16" viewBox="0 0 16 16">
      <circle {...circle} stroke={tokens.colorNeutralStroke2} />
      <circle
        {...circle}
        stroke="currentColor"
        strokeDasharray={`${around * share} ${around}`}
        transform="rotate(-90 8 8)"
      />
    </svg>
  );
}

/** Whole seconds until a moment (ms epoch), 0 once it is past. */
function useSecondsLeft(until: number): number {
  const [now, setNow] = useState(() => Date.now());
  const left = Math.max(0, until - now);
  useEffect(() => {
    if (left === 0) return;
    // To the next whole second, so that the number never skips one.
    const timer = setTimeout(() => setNow(Date.now()), left % 1000 || 1000);
    return () => clearTimeout(timer);
  }, [left]);
  return Math.ceil(left / 1000);
}
