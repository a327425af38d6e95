import type { ReactElement } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import { ErrorCircle16Filled, Info16Regular, Warning16Filled } from '@fluentui/react-icons';
import type { FindingLevel } from '#shared/records/rules/finding.ts';

/** The colour of each level. */
export const useLevelStyles = makeStyles({
  galat: { color: tokens.colorPaletteRedForeground1 },
  peringatan: { color: tokens.colorPaletteDarkOrangeForeground1 },
  info: { color: tokens.colorNeutralForeground2 },
});

/** The icon of each level; a word stands beside it. */
export const levelIcons: Readonly<Record<FindingLevel, ReactElement>> = {
  galat: <ErrorCircle16Filled aria-hidden="true" />,
  peringatan: <Warning16Filled aria-hidden="true" />,
  info: <Info16Regular aria-hidden="true" />,
};

/** From the heaviest down. */
export const levelOrder = [
  'galat',
  'peringatan',
  'info',
] as const satisfies readonly FindingLevel[];
