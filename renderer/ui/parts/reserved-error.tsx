import { makeStyles } from '@fluentui/react-components';
import { ErrorBar } from '#renderer/ui/parts/error-bar.tsx';
import { lineHeights } from '#renderer/ui/sizes.ts';

const useStyles = makeStyles({
  /** Three lines of a message bar: what most failures need. */
  root: { minHeight: `calc(3 * ${lineHeights.body} + 16px)` },
});

interface ReservedErrorProps {
  readonly failure: { readonly message: string; readonly action: string } | null;
  readonly intent?: 'error' | 'warning';
}

/** A failure in a place that is kept free for it, so that nothing moves when it appears. */
export function ReservedError({ failure, intent }: ReservedErrorProps) {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      {failure && <ErrorBar message={failure.message} action={failure.action} intent={intent} />}
    </div>
  );
}
