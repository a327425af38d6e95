import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircle16Filled, Info16Regular } from '@fluentui/react-icons';
import { workbenchText } from '#renderer/features/workbench/text/workbench.ts';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';
import type { Deed } from '#shared/workflow/decision.ts';
import type { DecisionGap } from '#shared/workflow/check-decision.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: '5px',
    fontSize: textSizes.small,
    lineHeight: lineHeights.small,
  },
  icon: { flexShrink: 0 },
  text: {
    minWidth: 0,
    display: '-webkit-box',
    WebkitLineClamp: 3,
    WebkitBoxOrient: 'vertical',
    overflow: 'hidden',
  },
  missing: { color: tokens.colorPaletteDarkOrangeForeground1 },
  quiet: { color: tokens.colorNeutralForeground2 },
  complete: { color: tokens.colorPaletteGreenForeground1 },
});

interface GapsLineProps {
  readonly outcome: Deed | null;
  /** What is said once nothing is missing. */
  readonly complete?: string;
  readonly gaps: readonly DecisionGap[];
  /** Whether documents are still being read. */
  readonly reading: boolean;
}

/** What is still missing before the decision can be saved. */
export function GapsLine({ outcome, gaps, reading, ...words }: GapsLineProps) {
  const styles = useStyles();
  const complete = outcome !== null && gaps.length === 0;
  const early = complete && reading && outcome === 'teruskan';
  const whole = (complete && words.complete) || gapsText(outcome, gaps);
  const text = early ? workbenchText.completeEarly : whole;
  return (
    <div
      className={mergeClasses(
        styles.root,
        // Nothing is wrong while the person is still at it; the colour comes with the outcome.
        outcome === null ? styles.quiet : complete ? styles.complete : styles.missing,
      )}
      title={text}
      data-testid="kekurangan"
    >
      {complete ? (
        <CheckmarkCircle16Filled className={styles.icon} />
      ) : (
        <Info16Regular className={styles.icon} />
      )}
      <span className={styles.text}>{text}</span>
    </div>
  );
}

/** The gaps in one line. */
export function gapsText(outcome: Deed | null, gaps: readonly DecisionGap[]): string {
  const sentences = sentencesOf(gaps);
  if (outcome === null) return [...sentences, workbenchText.chooseOutcome].join(' ');
  return sentences.length === 0 ? workbenchText.complete : sentences.join(' ');
}

// Three sentences about pages, one for each document, say no more than one about all of them.
function sentencesOf(gaps: readonly DecisionGap[]): readonly string[] {
  const unseen = gaps.filter((gap) => gap.kind === 'halaman_belum_dilihat');
  if (unseen.length < 2) return gaps.map(sentenceOf);
  const others = gaps.filter((gap) => gap.kind !== 'halaman_belum_dilihat');
  return [...others.map(sentenceOf), workbenchText.unseenDocuments(unseen.length)];
}

// The warnings themselves stand in the line above.
function sentenceOf({ kind, sentence }: DecisionGap): string {
  return kind === 'peringatan_terbuka' ? workbenchText.warnings.first : sentence;
}
