import type { ReactNode } from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  facts: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    gap: '4px 12px',
    margin: 0,
  },
  label: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, overflowWrap: 'anywhere', whiteSpace: 'pre-line', userSelect: 'text' },
  strong: { fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, padding: 0, listStyleType: 'none', '& li + li': { marginTop: '2px' } },
});

/** Facts under each other, their names in a column. */
export function Facts({ children }: { readonly children: ReactNode }) {
  const styles = useStyles();
  return <dl className={styles.facts}>{children}</dl>;
}

interface FactProps {
  readonly label: string;
  /** One line each; nothing is shown without any. */
  readonly lines: readonly string[];
  /** What matters most among the facts. */
  readonly strong?: boolean;
}

/** A fact of `Facts`. */
export function Fact({ label, lines, strong = false }: FactProps) {
  const styles = useStyles();
  if (lines.length === 0) return null;
  return (
    <>
      <dt className={styles.label}>{label}</dt>
      <dd className={mergeClasses(styles.value, strong && styles.strong)}>
        <ul className={styles.list}>
          {lines.map((line, index) => (
            <li key={`${index} ${line}`}>{line}</li>
          ))}
        </ul>
      </dd>
    </>
  );
}
