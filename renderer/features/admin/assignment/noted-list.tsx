import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ShownError } from '#renderer/core/shown-error.ts';
import { ErrorBar } from '#renderer/ui/parts/error-bar.tsx';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  line: {
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    gap: '2px 12px',
    padding: '4px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  name: { flex: '1 1 14em', minWidth: 0, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
});

/** Something that was noted down with its days, and can be ended. */
export interface Noted {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  readonly end: { readonly text: string; readonly label: string };
}

interface NotedListProps {
  readonly label: string;
  /** Null until it came. */
  readonly noted: readonly Noted[] | null;
  readonly failure: ShownError | null;
  readonly busy: boolean;
  readonly empty: string;
  readonly onEnd: (id: string) => void;
}

/** Absences, or substitutions. */
export function NotedList({ label, noted, failure, busy, empty, onEnd }: NotedListProps) {
  const styles = useStyles();
  if (failure) return <ErrorBar message={failure.message} action={failure.action} />;
  // The office above says that the server is asked.
  if (noted === null) return null;
  if (noted.length === 0) return <Text>{empty}</Text>;
  return (
    <ul className={styles.list} aria-label={label}>
      {noted.map(({ id, name, about, end }) => (
        <li key={id} className={styles.line}>
          <span className={styles.name}>{name}</span>
          <span className={styles.quiet}>{about}</span>
          <Button
            size="small"
            disabledFocusable={busy}
            aria-label={end.label}
            onClick={() => onEnd(id)}
          >
            {end.text}
          </Button>
        </li>
      ))}
    </ul>
  );
}
