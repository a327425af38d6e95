import type { ReactElement } from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ErrorCircle16Filled, Info16Regular, Warning16Filled } from '@fluentui/react-icons';
import { findingLevelLabels } from '#shared/domain/model/labels.ts';
import type { Finding, FindingLevel } from '#shared/domain/rules/finding.ts';

const useStyles = makeStyles({
  list: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: '2px',
  },
  item: {
    display: 'flex',
    gap: '5px',
    fontSize: '12px',
    lineHeight: '16px',
  },
  icon: { flexShrink: 0 },
  level: { fontWeight: tokens.fontWeightSemibold },
  galat: { color: tokens.colorPaletteRedForeground1 },
  peringatan: { color: tokens.colorPaletteDarkOrangeForeground1 },
  info: { color: tokens.colorNeutralForeground2 },
});

const icons: Readonly<Record<FindingLevel, ReactElement>> = {
  galat: <ErrorCircle16Filled />,
  peringatan: <Warning16Filled />,
  info: <Info16Regular />,
};

/** What the rules found, each with its level as icon and word. */
export function Findings({ findings }: { readonly findings: readonly Finding[] }) {
  const styles = useStyles();
  if (findings.length === 0) return null;
  return (
    <ul className={styles.list}>
      {findings.map((finding) => (
        <li
          key={finding.ruleId + finding.sentence}
          className={mergeClasses(styles.item, styles[finding.level])}
        >
          <span className={styles.icon}>{icons[finding.level]}</span>
          <span>
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
