import type { ReactElement } from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  CheckmarkCircle16Regular,
  DismissCircle16Filled,
  Eye16Regular,
  HourglassHalf16Regular,
  Warning16Regular,
} from '@fluentui/react-icons';
import {
  spokenEvidence,
  type BadgeKind,
  type EvidenceNames,
} from '#renderer/features/workbench/evidence/field-badge.ts';
import { narrow } from '#renderer/features/workbench/record/field-columns.ts';
import { evidenceText } from '#renderer/features/workbench/text/evidence.ts';
import type { CaseFieldEvidence } from '#renderer/core/evidence/evidence-contract.ts';
import { unseen } from '#renderer/ui/parts/unseen.ts';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';

const useStyles = makeStyles({
  root: {
    flexShrink: 0,
    position: 'relative',
    display: 'inline-flex',
    alignItems: 'center',
    gap: '3px',
    fontSize: textSizes.small,
    lineHeight: lineHeights.small,
    fontWeight: tokens.fontWeightRegular,
    whiteSpace: 'nowrap',
  },
  ditemukan: { color: tokens.colorPaletteGreenForeground1 },
  berbeda: {
    color: tokens.colorPaletteRedForeground1,
    fontWeight: tokens.fontWeightSemibold,
  },
  mirip: { color: tokens.colorPaletteDarkOrangeForeground1 },
  periksa: { color: tokens.colorNeutralForeground2 },
  membaca: { color: tokens.colorNeutralForeground2 },
  /** Where there is little room, the rows that are not looked at have the picture alone, and words are short. */
  slim: { [narrow]: { display: 'none' } },
  full: unseen,
});

/** The picture of each badge; a word stands beside it. Not the check mark of a verdict: that is the person's. */
export const badgeIcons: Readonly<Record<BadgeKind, ReactElement>> = {
  ditemukan: <CheckmarkCircle16Regular aria-hidden="true" />,
  berbeda: <DismissCircle16Filled aria-hidden="true" />,
  mirip: <Warning16Regular aria-hidden="true" />,
  periksa: <Eye16Regular aria-hidden="true" />,
  membaca: <HourglassHalf16Regular aria-hidden="true" />,
};

interface EvidenceBadgeProps {
  readonly kind: BadgeKind;
  readonly evidence: CaseFieldEvidence | undefined;
  readonly names: EvidenceNames;
  /** The whole word where there is room for it; else the short one, with which it begins. */
  readonly full: boolean;
  /** Gives way to the value where there is little room. */
  readonly slim?: boolean;
  /** For `aria-describedby`. */
  readonly id?: string;
}

/** What the documents say of a field: picture and word, with the reason for whoever hovers or listens. */
export function EvidenceBadge(props: EvidenceBadgeProps) {
  const { kind, evidence, names, full, slim = false, id } = props;
  const styles = useStyles();
  const spoken = spokenEvidence(kind, evidence, names);
  const short = evidenceText.short[kind];
  const whole = evidenceText.badge[kind];
  return (
    <span className={mergeClasses(styles.root, styles[kind])} title={spoken} data-lencana={kind}>
      {badgeIcons[kind]}
      <span aria-hidden="true" className={mergeClasses(slim && styles.slim)}>
        {short}
        {full && <span className={styles.slim}>{whole.slice(short.length)}</span>}
      </span>
      <span id={id} className={styles.full}>
        {spoken}
      </span>
    </span>
  );
}
