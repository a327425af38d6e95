import type { ReactElement } from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  Checkmark16Filled,
  Circle16Regular,
  Dismiss16Filled,
  Edit16Filled,
  EyeOff16Filled,
} from '@fluentui/react-icons';
import { workbenchText } from '#renderer/features/workbench/text/workbench.ts';
import type { UsulKind } from '#shared/records/usul.ts';
import type { Judgement } from '#shared/workflow/decision.ts';
import { verdictLabelsOf } from '#shared/workflow/workflow-labels.ts';

/** Each verdict as a picture. */
export const verdictIcons: Readonly<Record<Judgement, ReactElement>> = {
  sesuai: <Checkmark16Filled />,
  tidak_sesuai: <Dismiss16Filled />,
  tidak_terbaca: <EyeOff16Filled />,
  dikoreksi: <Edit16Filled />,
};

const useStyles = makeStyles({
  root: { flexShrink: 0, display: 'inline-flex', alignItems: 'center', gap: '5px' },
  sesuai: { color: tokens.colorPaletteGreenForeground1 },
  tidak_sesuai: { color: tokens.colorPaletteRedForeground1 },
  tidak_terbaca: { color: tokens.colorPaletteDarkOrangeForeground1 },
  dikoreksi: { color: tokens.colorBrandForeground1 },
});

/** A verdict with its picture and word; null is said too. */
export function VerdictWord({
  verdict,
  kind,
}: {
  readonly verdict: Judgement | null;
  readonly kind: UsulKind;
}) {
  const styles = useStyles();
  return (
    <span className={mergeClasses(styles.root, verdict !== null && styles[verdict])}>
      {verdict === null ? <Circle16Regular /> : verdictIcons[verdict]}
      {verdict === null ? workbenchText.notJudged : verdictLabelsOf(kind)[verdict]}
    </span>
  );
}
