import type { ReactElement } from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';

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
  option: {
    flexShrink: 0,
    maxWidth: '280px',
    height: '32px',
    padding: '0 8px',
    display: 'flex',
    alignItems: 'center',
    gap: '6px',
    fontFamily: 'inherit',
    fontSize: '14px',
    whiteSpace: 'nowrap',
    cursor: 'pointer',
    color: tokens.colorNeutralForeground2,
    background: 'none',
    border: 'none',
    borderBottom: '2px solid transparent',
    ':hover': {
      color: tokens.colorNeutralForeground1,
      backgroundColor: tokens.colorNeutralBackground1Hover,
    },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  chosen: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBottomColor: tokens.colorBrandStroke1,
  },
  label: { overflow: 'hidden', textOverflow: 'ellipsis' },
  count: { fontSize: '12px', fontWeight: tokens.fontWeightRegular },
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
}

/** Chooses one of several things to look at; they look like tabs and are plain buttons. */
export function ChoiceBar<Id extends string>(props: ChoiceBarProps<Id>) {
  const styles = useStyles();
  return (
    <fieldset className={styles.root} aria-label={props.label}>
      {props.choices.map(({ id, label, icon, count, hint }) => (
        <button
          key={id}
          type="button"
          aria-pressed={id === props.chosen}
          title={hint}
          className={mergeClasses(styles.option, id === props.chosen && styles.chosen)}
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
