import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  levelIcons,
  levelOrder,
  useLevelStyles,
} from '#renderer/features/workbench/record/finding-icon.tsx';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';
import { findingLevelLabels } from '#shared/records/record-labels.ts';
import type { Finding } from '#shared/records/rules/finding.ts';

const useStyles = makeStyles({
  list: {
    listStyle: 'none',
    margin: 0,
    padding: '0 0 2px',
    display: 'flex',
    flexDirection: 'column',
    gap: '2px',
  },
  item: {
    display: 'flex',
    gap: '5px',
    fontSize: textSizes.small,
    lineHeight: lineHeights.small,
  },
  icon: { flexShrink: 0, height: '16px' },
  sentence: { minWidth: 0, overflowWrap: 'anywhere' },
  level: { fontWeight: tokens.fontWeightSemibold },
});

interface FindingsProps {
  /** For `aria-describedby`. */
  readonly id?: string;
  readonly findings: readonly Finding[];
}

/** What the rules found, each with its level as icon and word; the heaviest first. */
export function Findings({ id, findings }: FindingsProps) {
  const styles = useStyles();
  const levels = useLevelStyles();
  if (findings.length === 0) return null;
  const sorted = findings.toSorted(
    (one, other) => levelOrder.indexOf(one.level) - levelOrder.indexOf(other.level),
  );
  return (
    <ul id={id} className={styles.list}>
      {sorted.map((finding) => (
        <li
          key={finding.ruleId + finding.sentence}
          className={mergeClasses(styles.item, levels[finding.level])}
        >
          <span className={styles.icon}>{levelIcons[finding.level]}</span>
          <span className={styles.sentence}>
            <span className={mergeClasses(finding.level !== 'info' && styles.level)}>
              {findingLevelLabels[finding.level]}:
            </span>{' '}
            {finding.sentence}
          </span>
        </li>
      ))}
    </ul>
  );
}
