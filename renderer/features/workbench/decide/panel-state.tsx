import { Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  ErrorCircle16Filled,
  Lightbulb16Regular,
  TextBulletList16Regular,
  Warning16Filled,
} from '@fluentui/react-icons';
import { GapsLine } from '#renderer/features/workbench/decide/gaps-line.tsx';
import { panelSlim, panelWide } from '#renderer/features/workbench/decide/panel-width.ts';
import { reasonsFor } from '#renderer/features/workbench/decide/reason-list.tsx';
import { workbenchText } from '#renderer/features/workbench/text/workbench.ts';
import type { OpenCase } from '#renderer/core/case/case-contract.ts';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';
import { findReason } from '#shared/workflow/reasons.ts';

const useStyles = makeStyles({
  root: {
    minWidth: 0,
    // Lines that are always there, used or not.
    '--lines': '3',
    height: `calc(var(--lines) * ${lineHeights.small})`,
    [panelWide]: { '--lines': '2' },
    [panelSlim]: { '--lines': '2' },
    overflow: 'hidden',
    display: 'flex',
    flexDirection: 'column',
    justifyContent: 'center',
    fontSize: textSizes.small,
    lineHeight: lineHeights.small,
  },
  // One line is taken by what stands above the gaps.
  shared: {
    '--gapLines': '2',
    [panelWide]: { '--gapLines': '1' },
    [panelSlim]: { '--gapLines': '1' },
  },
  tight: { '--gapLines': '1' },
  alone: {
    '--gapLines': '3',
    [panelWide]: { '--gapLines': '2' },
    [panelSlim]: { '--gapLines': '2' },
  },
  line: { display: 'flex', alignItems: 'center', gap: '5px', minWidth: 0 },
  icon: { flexShrink: 0, display: 'flex' },
  text: { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  // In the narrow panel there is a third line: two for this.
  wrapped: {
    minWidth: 0,
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: 2,
    overflow: 'hidden',
    [panelWide]: { WebkitLineClamp: 1 },
    [panelSlim]: { WebkitLineClamp: 1 },
  },
  link: { flexShrink: 0, fontSize: textSizes.small, lineHeight: lineHeights.small },
  failed: { color: tokens.colorPaletteRedForeground1 },
  doubt: { color: tokens.colorPaletteDarkOrangeForeground1 },
  quiet: { color: tokens.colorNeutralForeground2 },
});

interface PanelStateProps {
  readonly open: OpenCase;
  readonly onReasons: () => void;
}

/** What the decision stands at: what is doubtful, suggested or chosen, and what is missing; its room is fixed. */
export function PanelState({ open, onReasons }: PanelStateProps) {
  const styles = useStyles();
  const { draft, gaps, doubt, saveFailed } = open;
  const { outcome, suggested } = draft;
  const shared = doubt !== null || reasonsFor(outcome, open.usul.kind).length > 0 || suggested;
  const room = saveFailed ? styles.tight : shared ? styles.shared : styles.alone;
  return (
    <div className={mergeClasses(styles.root, room)}>
      <FirstLine open={open} onReasons={onReasons} />
      <GapsLine outcome={outcome} gaps={gaps} />
    </div>
  );
}

/** The one thing that matters most beside what is missing, if there is any. */
function FirstLine({ open, onReasons }: PanelStateProps) {
  const styles = useStyles();
  const { outcome, suggested } = open.draft;
  if (open.saveFailed) return <NotSavedLine />;
  if (open.doubt !== null) return <DoubtLine doubt={open.doubt} />;
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

function DoubtLine({ doubt }: { readonly doubt: string }) {
  const styles = useStyles();
  return (
    <div className={mergeClasses(styles.line, styles.doubt)} title={doubt}>
      <span className={styles.icon}>
        <Warning16Filled />
      </span>
      <span className={styles.text}>{doubt}</span>
    </div>
  );
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
      <span className={styles.wrapped}>{short}</span>
    </div>
  );
}

function ReasonsLine({ open, onReasons }: PanelStateProps) {
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
