import type { ReactNode } from 'react';
import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { ErrorBar } from '#renderer/ui/parts/error-bar.tsx';
import type { ShownError } from '#renderer/core/shown-error.ts';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0 },
  head: {
    flexShrink: 0,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 16px',
    padding: '8px 16px 4px',
  },
  title: {
    margin: 0,
    fontSize: textSizes.title,
    lineHeight: lineHeights.title,
    fontWeight: tokens.fontWeightSemibold,
  },
  actions: { display: 'flex', gap: '8px', marginLeft: 'auto' },
  bar: {
    flexShrink: 0,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '6px 12px',
    padding: '2px 16px 8px',
  },
  troubles: { flexShrink: 0, padding: '0 16px 8px' },
  scrolled: { flexGrow: 1, minHeight: 0, overflowY: 'auto', padding: '4px 16px 24px' },
});

interface AdminPageProps {
  readonly title: string;
  /** What it shows, in a sentence. */
  readonly summary?: string;
  readonly actions?: ReactNode;
  /** Filters, below the head. */
  readonly bar?: ReactNode;
  readonly failure: ShownError | null;
  /** Content that is longer than the screen; a table scrolls by itself. */
  readonly scrolls?: boolean;
  readonly children: ReactNode;
}

/** The frame of every screen of the administration: what it is, what can be done, what went wrong, and the thing itself. */
export function AdminPage(props: AdminPageProps) {
  const styles = useStyles();
  const { title, summary, actions, bar, failure, scrolls = false, children } = props;
  return (
    <section className={styles.root} aria-label={title}>
      <header className={styles.head}>
        <h1 className={styles.title}>{title}</h1>
        {summary !== undefined && <Text>{summary}</Text>}
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </header>
      {bar !== undefined && <search className={styles.bar}>{bar}</search>}
      {failure && (
        <div className={styles.troubles}>
          <ErrorBar message={failure.message} action={failure.action} />
        </div>
      )}
      {scrolls ? <div className={styles.scrolled}>{children}</div> : children}
    </section>
  );
}
