import { Fragment } from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { emptyValue, type DiffPart } from '#renderer/ui/diff/diff-part.ts';

const useStyles = makeStyles({
  // Blanks as they are: a double one is a difference too.
  text: { overflowWrap: 'anywhere', whiteSpace: 'pre-wrap', userSelect: 'text' },
  empty: { color: tokens.colorNeutralForeground3, fontStyle: 'italic' },
  old: { color: tokens.colorNeutralForeground2 },
  removed: {
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorPaletteRedBackground2,
    textDecorationLine: 'line-through',
    color: tokens.colorNeutralForeground1,
  },
  // Weight would shift the letters beside it, so a line marks it where there are no colours.
  added: {
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorPaletteYellowBackground2,
    textDecorationLine: 'underline',
    textDecorationThickness: '2px',
    textUnderlineOffset: '3px',
    color: tokens.colorNeutralForeground1,
  },
});

interface ChangedValueProps {
  readonly parts: readonly DiffPart[];
  readonly side: 'old' | 'proposed';
}

/** A value with the pieces marked that the other value does not have: struck out on the old side, underlined on the new. */
export function ChangedValue({ parts, side }: ChangedValueProps) {
  const styles = useStyles();
  if (parts.length === 0) return <span className={styles.empty}>{emptyValue}</span>;
  return (
    <span className={mergeClasses(styles.text, side === 'old' && styles.old)}>
      {parts.map((part, index) => {
        if (!part.changed) return <Breakable key={index} text={part.text} />;
        const Mark = side === 'old' ? 'del' : 'ins';
        return (
          <Mark key={index} className={side === 'old' ? styles.removed : styles.added}>
            <Breakable text={part.text} />
          </Mark>
        );
      })}
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
