import type { Ref } from 'react';
import { Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircle16Filled, Warning16Filled } from '@fluentui/react-icons';
import { panelSlim } from '#renderer/features/workbench/decide/panel-width.ts';
import { caseKeys } from '#renderer/features/workbench/keys.ts';
import { workbenchText } from '#renderer/features/workbench/text/workbench.ts';
import type { OpenCase } from '#renderer/core/case/case-contract.ts';
import { keyShortcuts, shownKey } from '#renderer/ui/keys/key-group.ts';
import { KeyCap } from '#renderer/ui/parts/key-cap.tsx';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';
import { notAcknowledged } from '#shared/records/open-warning.ts';
import { warningLabel } from '#shared/records/warning-labels.ts';

const useStyles = makeStyles({
  root: { display: 'flex', alignItems: 'flex-start', gap: '5px', minWidth: 0 },
  icon: { flexShrink: 0, display: 'flex' },
  text: { minWidth: 0, overflowWrap: 'anywhere' },
  action: {
    flexShrink: 0,
    display: 'inline-flex',
    alignItems: 'center',
    gap: '4px',
    fontSize: textSizes.small,
    lineHeight: lineHeights.small,
    fontWeight: tokens.fontWeightSemibold,
  },
  cap: { lineHeight: 1, [panelSlim]: { display: 'none' } },
  open: { color: tokens.colorPaletteDarkOrangeForeground1 },
  seen: { color: tokens.colorNeutralForeground2 },
});

interface WarningsLineProps {
  readonly open: OpenCase;
  readonly rootRef: Ref<HTMLDivElement>;
  readonly onAcknowledge: () => void;
}

/** All open warnings, in a few words each (with their values on pointing at them), and how they are answered. */
export function WarningsLine({ open, rootRef, onAcknowledge }: WarningsLineProps) {
  const styles = useStyles();
  const { usul, draft, warnings } = open;
  const unseen = notAcknowledged(warnings, draft.acknowledged ?? []);
  const isSeen = unseen.length === 0;
  const named = isSeen ? warnings : unseen;
  const labels = [...new Set(named.map((warning) => warningLabel(warning, usul)))].join('; ');
  const words = workbenchText.warnings;
  const text = isSeen ? words.seen(named.length, labels) : words.open(named.length, labels);
  return (
    <div
      ref={rootRef}
      className={mergeClasses(styles.root, isSeen ? styles.seen : styles.open)}
      title={[text, ...named.map(({ sentence }) => sentence)].join('\n')}
      data-testid="peringatan"
    >
      <span className={styles.icon}>
        {isSeen ? <CheckmarkCircle16Filled /> : <Warning16Filled />}
      </span>
      <span className={styles.text}>{text}</span>
      {!isSeen && (
        <Link
          as="button"
          className={styles.action}
          title={`${words.acknowledgeHint} (${shownKey(caseKeys, 'acknowledge')})`}
          aria-keyshortcuts={keyShortcuts(caseKeys, 'acknowledge')}
          onMouseDown={(event) => event.preventDefault()}
          onClick={onAcknowledge}
        >
          {words.acknowledge}
          <KeyCap className={styles.cap} shown={shownKey(caseKeys, 'acknowledge')} />
        </Link>
      )}
    </div>
  );
}
