import type { ReactNode } from 'react';
import { makeStyles } from '@fluentui/react-components';
import { panelSlim, panelWide } from '#renderer/features/workbench/decide/panel-width.ts';

const useStyles = makeStyles({
  // In the narrow panel there is a third line: two for this.
  root: {
    minWidth: 0,
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: 2,
    overflow: 'hidden',
    [panelWide]: { WebkitLineClamp: 1 },
    [panelSlim]: { WebkitLineClamp: 1 },
  },
});

/** The text of a line above the gaps, as long as there is room for it. */
export function ClampedText({ children }: { readonly children: ReactNode }) {
  return <span className={useStyles().root}>{children}</span>;
}
