import { Fragment } from 'react';
import { Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  generalFindings,
  type CaseGroup,
} from '#renderer/features/workbench/record/case-fields.ts';
import {
  levelIcons,
  levelOrder,
  useLevelStyles,
} from '#renderer/features/workbench/record/finding-icon.tsx';
import { Findings } from '#renderer/features/workbench/record/findings.tsx';
import { recordText } from '#renderer/features/workbench/text/record.ts';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';
import type { Finding, FindingLevel } from '#shared/records/rules/finding.ts';

const useStyles = makeStyles({
  root: {
    padding: '4px 12px 4px 15px',
    fontSize: textSizes.small,
    lineHeight: lineHeights.small,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  line: { display: 'flex', flexWrap: 'wrap', gap: '2px 14px' },
  level: { display: 'inline-flex', gap: '5px', minWidth: 0 },
  icon: { flexShrink: 0, height: '16px' },
  words: { minWidth: 0 },
  count: { fontWeight: tokens.fontWeightSemibold },
  link: { fontSize: 'inherit', lineHeight: 'inherit', textDecorationLine: 'underline' },
  general: { paddingTop: '4px' },
});

interface FindingSummaryProps {
  readonly groups: readonly CaseGroup[];
  readonly findings: readonly Finding[];
  readonly onGo: (field: string) => void;
}

/** How many findings there are and at which fields, in one line; then those that concern no field. */
export function FindingSummary({ groups, findings, onGo }: FindingSummaryProps) {
  const styles = useStyles();
  if (findings.length === 0) return null;
  const general = generalFindings(groups, findings);
  const onlyGeneral = general.length === findings.length;
  return (
    <section aria-label={recordText.findings.label} className={styles.root}>
      {!onlyGeneral && (
        <div className={styles.line}>
          {levelOrder.map((level) => (
            <LevelCount key={level} {...{ level, groups, onGo }} />
          ))}
        </div>
      )}
      {general.length > 0 && (
        <div className={mergeClasses(!onlyGeneral && styles.general)}>
          <Findings findings={general} />
        </div>
      )}
    </section>
  );
}

interface LevelCountProps extends Pick<FindingSummaryProps, 'groups' | 'onGo'> {
  readonly level: FindingLevel;
}

function LevelCount({ level, groups, onGo }: LevelCountProps) {
  const styles = useStyles();
  const levels = useLevelStyles();
  const fields = groups
    .flatMap((group) => group.fields)
    .map(({ spec, findings }) => ({
      spec,
      count: findings.filter((finding) => finding.level === level).length,
    }))
    .filter(({ count }) => count > 0);
  if (fields.length === 0) return null;
  const count = fields.reduce((sum, field) => sum + field.count, 0);
  return (
    <div className={styles.level}>
      <span className={mergeClasses(styles.icon, levels[level])}>{levelIcons[level]}</span>
      <span className={styles.words}>
        <span className={mergeClasses(styles.count, levels[level])}>
          {recordText.findings.count[level](count)}
        </span>{' '}
        {recordText.findings.at}{' '}
        {fields.map(({ spec }, index) => (
          <Fragment key={spec.name}>
            {index > 0 && ', '}
            <Link
              as="button"
              className={styles.link}
              title={recordText.findings.goTo(spec.label)}
              onClick={() => onGo(spec.name)}
            >
              {spec.label}
            </Link>
          </Fragment>
        ))}
      </span>
    </div>
  );
}
