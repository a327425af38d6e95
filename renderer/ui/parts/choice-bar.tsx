import type { ReactElement } from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { chosenTabLook, tabLook } from '#renderer/ui/parts/tab-look.ts';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';

const useStyles = makeStyles({
  root: {
    flexShrink: 0,
    display: 'flex',
    gap: '2px',
    margin: 0,
    padding: '0 6px',
    minWidth: 0,
    border: 'none',
    overflowX: 'auto',
  },
  wrapping: { flexWrap: 'wrap', overflowX: 'visible' },
  option: {
    ...tabLook,
    flexShrink: 0,
    maxWidth: '280px',
    height: `calc(${lineHeights.body} + 12px)`,
    padding: '0 8px',
    ':hover': {
      color: tokens.colorNeutralForeground1,
      backgroundColor: tokens.colorNeutralBackground1Hover,
    },
  },
  tight: {
    '@media (max-width: 1000px)': { padding: '0 5px', gap: '4px', fontSize: textSizes.dense },
  },
  chosen: chosenTabLook,
  label: { overflow: 'hidden', textOverflow: 'ellipsis' },
  count: { fontSize: textSizes.small, fontWeight: tokens.fontWeightRegular },
});

/** One of several things to look at. */
export interface Choice<Id extends string> {
  readonly id: Id;
  readonly label: string;
  readonly icon?: ReactElement;
  readonly count?: string;
  readonly hint?: string;
}

interface ChoiceBarProps<Id extends string> {
  readonly label: string;
  readonly choices: readonly Choice<Id>[];
  readonly chosen: Id;
  readonly onChoose: (id: Id) => void;
  /** Takes a second line where one does not do, instead of scrolling: all choices stay in view. */
  readonly wraps?: boolean;
}

/** Chooses one of several things to look at; they look like tabs and are plain buttons. */
export function ChoiceBar<Id extends string>(props: ChoiceBarProps<Id>) {
  const styles = useStyles();
  return (
    <fieldset
      className={mergeClasses(styles.root, props.wraps === true && styles.wrapping)}
      aria-label={props.label}
    >
      {props.choices.map(({ id, label, icon, count, hint }) => (
        <button
          key={id}
          type="button"
          aria-pressed={id === props.chosen}
          title={hint}
          className={mergeClasses(
            styles.option,
            props.wraps === true && styles.tight,
            id === props.chosen && styles.chosen,
          )}
          onClick={() => props.onChoose(id)}
        >
          {icon}
          <span className={styles.label}>{label}</span>
          {count !== undefined && <span className={styles.count}>{count}</span>}
        </button>
      ))}
    </fieldset>
  );
}
