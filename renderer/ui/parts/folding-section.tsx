import { useId, type ReactNode, type Ref } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import { ChevronDown16Regular, ChevronRight16Regular } from '@fluentui/react-icons';
import { lineHeights, rowSizes, textSizes } from '#renderer/ui/sizes.ts';

const useStyles = makeStyles({
  root: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  heading: { margin: 0, fontSize: 'inherit', fontWeight: 'inherit' },
  button: {
    boxSizing: 'border-box',
    width: '100%',
    minHeight: `max(28px, ${rowSizes.height})`,
    padding: '3px 12px 3px 10px',
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '2px 8px',
    textAlign: 'left',
    fontFamily: 'inherit',
    fontSize: textSizes.dense,
    lineHeight: lineHeights.dense,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground2,
    border: 'none',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground2Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  title: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '4px',
    fontWeight: tokens.fontWeightSemibold,
  },
  content: { padding: '4px 12px 8px 15px' },
});

interface FoldingSectionProps {
  readonly title: string;
  /** Beside the title, also while folded. */
  readonly summary: ReactNode;
  readonly open: boolean;
  readonly onToggle: () => void;
  readonly headingRef?: Ref<HTMLButtonElement>;
  readonly children: ReactNode;
}

/** A part under the fields that can be folded to its heading. */
export function FoldingSection({ headingRef, ...props }: FoldingSectionProps) {
  const styles = useStyles();
  const id = useId();
  return (
    <section aria-label={props.title} className={styles.root}>
      <h2 className={styles.heading}>
        <button
          ref={headingRef}
          type="button"
          aria-expanded={props.open}
          aria-controls={props.open ? id : undefined}
          className={styles.button}
          onClick={props.onToggle}
        >
          <span className={styles.title}>
            {props.open ? <ChevronDown16Regular /> : <ChevronRight16Regular />}
            {props.title}
          </span>
          {props.summary}
        </button>
      </h2>
      {props.open && (
        <div id={id} className={styles.content}>
          {props.children}
        </div>
      )}
    </section>
  );
}
