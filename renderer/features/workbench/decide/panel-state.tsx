import type { Ref } from 'react';
import { Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  ErrorCircle16Filled,
  Lightbulb16Regular,
  TextBulletList16Regular,
} from '@fluentui/react-icons';
import { GapsLine } from '#renderer/features/workbench/decide/gaps-line.tsx';
import { panelSlim, panelWide } from '#renderer/features/workbench/decide/panel-width.ts';
import { reasonsFor } from '#renderer/features/workbench/decide/reason-list.tsx';
import { WarningsLine } from '#renderer/features/workbench/decide/warnings-line.tsx';
import { workbenchText } from '#renderer/features/workbench/text/workbench.ts';
import type { OpenCase } from '#renderer/core/case/case-contract.ts';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';
import { notAcknowledged } from '#shared/records/open-warning.ts';
import { findReason } from '#shared/workflow/reasons.ts';

const useStyles = makeStyles({
  root: {
    minWidth: 0,
    // Lines that are always there, used or not; more where what is said needs them, the fields give way.
    '--lines': '3',
    minHeight: `calc(var(--lines) * ${lineHeights.small})`,
    [panelWide]: { '--lines': '2' },
    [panelSlim]: { '--lines': '2' },
    maxHeight: '30vh',
    overflowY: 'auto',
    display: 'flex',
    flexDirection: 'column',
    // Not in the middle of what is too high: its beginning would be out of reach.
    justifyContent: 'safe center',
    fontSize: textSizes.small,
    lineHeight: lineHeights.small,
  },
  line: { display: 'flex', alignItems: 'center', gap: '5px', minWidth: 0 },
  icon: { flexShrink: 0, display: 'flex' },
  text: { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  link: { flexShrink: 0, fontSize: textSizes.small, lineHeight: lineHeights.small },
  failed: { color: tokens.colorPaletteRedForeground1 },
  quiet: { color: tokens.colorNeutralForeground2 },
});

interface PanelStateProps {
  readonly open: OpenCase;
  readonly warningsRef: Ref<HTMLDivElement>;
  readonly onAcknowledge: () => void;
  readonly onReasons: () => void;
}

/** What the decision stands at, in full: what warns of it, is suggested or chosen, and what is missing. */
export function PanelState(props: PanelStateProps) {
  const styles = useStyles();
  const { draft, gaps, unread } = props.open;
  return (
    <div className={styles.root}>
      <FirstLine {...props} />
      <GapsLine outcome={draft.outcome} gaps={gaps} reading={unread.length > 0} />
    </div>
  );
}

/** The one thing that matters most beside what is missing, if there is any. */
function FirstLine({ open, warningsRef, onAcknowledge, onReasons }: PanelStateProps) {
  const styles = useStyles();
  const { outcome, suggested } = open.draft;
  if (open.saveFailed) return <NotSavedLine />;
  if (warnsFirst(open)) {
    return <WarningsLine open={open} rootRef={warningsRef} onAcknowledge={onAcknowledge} />;
  }
  if (reasonsFor(outcome, open.usul.kind).length > 0) {
    return <ReasonsLine open={open} onReasons={onReasons} />;
  }
  if (!suggested || outcome === null) return null;
  return (
    <div className={mergeClasses(styles.line, styles.quiet)}>
      <span className={styles.icon}>
        <Lightbulb16Regular />
      </span>
      <span className={styles.text}>{workbenchText.suggested}</span>
    </div>
  );
}

/** Once a contradiction is acknowledged the reasons are worth more than its name. */
function warnsFirst({ usul, draft, warnings }: OpenCase): boolean {
  const hasReasons = reasonsFor(draft.outcome, usul.kind).length > 0;
  return hasReasons
    ? notAcknowledged(warnings, draft.acknowledged ?? []).length > 0
    : warnings.length > 0;
}

/** It may last: it has a line of its own here rather than lying over the fields. */
function NotSavedLine() {
  const styles = useStyles();
  const { short, full } = workbenchText.draftNotSaved;
  return (
    <div className={mergeClasses(styles.line, styles.failed)} title={full} role="alert">
      <span className={styles.icon}>
        <ErrorCircle16Filled />
      </span>
      <span>{short}</span>
    </div>
  );
}

function ReasonsLine({ open, onReasons }: Pick<PanelStateProps, 'open' | 'onReasons'>) {
  const styles = useStyles();
  const { reasons, suggested, outcome } = open.draft;
  const chosen = reasons
    .map((code) => findReason(code))
    .filter((reason) => outcome !== null && reason?.outcomes.includes(outcome))
    .map((reason) => reason?.label)
    .join('; ');
  const text = chosen === '' ? workbenchText.reasonsMissing : workbenchText.reasonsChosen(chosen);
  const shown = suggested ? `${text} (${workbenchText.suggestedShort})` : text;
  return (
    <div className={styles.line}>
      <span className={styles.icon}>
        {suggested ? <Lightbulb16Regular /> : <TextBulletList16Regular />}
      </span>
      <span className={styles.text} title={shown}>
        {shown}
      </span>
      <Link as="button" className={styles.link} onClick={onReasons}>
        {chosen === '' ? workbenchText.chooseReasons : workbenchText.editReasons}
      </Link>
    </div>
  );
}
