import type { ReactNode } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import { ErrorBar } from '#renderer/ui/parts/error-bar.tsx';
import type { ShownError } from '#renderer/core/shown-error.ts';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '8px', padding: '4px 16px 12px' },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    gap: '2px 12px',
    margin: 0,
    fontSize: textSizes.dense,
    lineHeight: lineHeights.dense,
  },
  name: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, overflowWrap: 'anywhere' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

interface DetailProps {
  /** What is known of the row: name and value; an empty value is left out. */
  readonly facts: readonly (readonly [name: string, value: string])[];
  readonly failure?: ShownError | null;
  readonly children?: ReactNode;
}

/** What an opened row tells, and what can be done about it. */
export function Detail({ facts, failure = null, children }: DetailProps) {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <dl className={styles.facts}>
        {facts
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <Fact key={name} name={name} value={value} />
          ))}
      </dl>
      {failure && <ErrorBar message={failure.message} action={failure.action} />}
      {children !== undefined && <div className={styles.actions}>{children}</div>}
    </div>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.name}>{name}</dt>
      <dd className={styles.value}>{value}</dd>
    </>
  );
}
