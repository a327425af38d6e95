import { Fragment } from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { DiffPart } from '#renderer/features/workbench/value-diff.ts';
import { workbenchText } from '#renderer/ui/text/workbench.ts';

const useStyles = makeStyles({
  text: { overflowWrap: 'anywhere' },
  empty: { color: tokens.colorNeutralForeground3, fontStyle: 'italic' },
  old: { fontSize: '13px', color: tokens.colorNeutralForeground2 },
  removed: {
    backgroundColor: tokens.colorPaletteRedBackground2,
    textDecorationLine: 'line-through',
    color: tokens.colorNeutralForeground1,
  },
  added: {
    backgroundColor: tokens.colorPaletteYellowBackground2,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground1,
  },
});

interface ChangedValueProps {
  readonly parts: readonly DiffPart[];
  readonly side: 'old' | 'proposed';
}

/** A value with the pieces marked that the other value does not have: struck out on the old side, bold on the new. */
export function ChangedValue({ parts, side }: ChangedValueProps) {
  const styles = useStyles();
  if (parts.length === 0) return <span className={styles.empty}>{workbenchText.empty}</span>;
  return (
    <span className={mergeClasses(styles.text, side === 'old' && styles.old)}>
      {parts.map((part, index) =>
        !part.changed ? (
          <Breakable key={index} text={part.text} />
        ) : side === 'old' ? (
          <del key={index} className={styles.removed}>
            <Breakable text={part.text} />
          </del>
        ) : (
          <ins key={index} className={mergeClasses(styles.added)}>
            <Breakable text={part.text} />
          </ins>
        ),
      )}
    </span>
  );
}

// Numbers of letters are long and full of slashes: a line ends after one of them rather than within a number.
function Breakable({ text }: { readonly text: string }) {
  return text.split(/(?<=\/)/).map((piece, index) => (
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {piece}
    </Fragment>
  ));
}
