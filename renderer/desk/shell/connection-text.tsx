import type { ReactElement } from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  ArrowSync16Regular,
  CloudCheckmark16Regular,
  CloudOff16Regular,
  Person16Regular,
  Warning16Filled,
} from '@fluentui/react-icons';
import { statusText } from '#renderer/desk/text/status.ts';
import type { ConnectionState } from '#renderer/core/sync/sync-contract.ts';

const useStyles = makeStyles({
  root: { minWidth: 0, display: 'inline-flex', alignItems: 'center', gap: '5px' },
  icon: { flexShrink: 0, display: 'inline-flex' },
  text: { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis' },
  told: { minWidth: 0, display: 'inline-flex', alignItems: 'center', gap: '5px' },
  firm: { flexShrink: 0 },
  good: { color: tokens.colorPaletteGreenForeground1 },
  trouble: { color: tokens.colorPaletteDarkOrangeForeground1 },
});

/** How the connection to the server stands, as icon and words; only these words are read aloud, not the countdown. */
export function ConnectionText({ connection }: { readonly connection: ConnectionState }) {
  const styles = useStyles();
  const { icon, tone, sentence, hint, retry = '' } = shownConnection(connection);
  return (
    <span
      className={mergeClasses(
        styles.root,
        tone !== 'plain' && styles[tone],
        tone !== 'trouble' && styles.firm,
      )}
      title={hint}
    >
      <output className={styles.told}>
        <span className={styles.icon}>{icon}</span>
        <span className={styles.text}>{sentence}</span>
      </output>
      {retry !== '' && <span className={styles.firm}>{retry}</span>}
    </span>
  );
}

interface ShownConnection {
  readonly icon: ReactElement;
  readonly tone: 'plain' | 'good' | 'trouble';
  readonly sentence: string;
  /** All of it, where the bar may be too short. */
  readonly hint?: string;
  /** When it is tried again; counts down. */
  readonly retry?: string;
}

function shownConnection(connection: ConnectionState): ShownConnection {
  switch (connection.kind) {
    case 'belum':
      return { icon: <ArrowSync16Regular />, tone: 'plain', sentence: statusText.notYet };
    case 'tersambung':
      return { icon: <CloudCheckmark16Regular />, tone: 'good', sentence: statusText.connected };
    case 'luring': {
      const sentence = statusText.offline;
      return { icon: <CloudOff16Regular />, tone: 'trouble', sentence, hint: sentence };
    }
    case 'gangguan': {
      const { message, action } = connection.error;
      const retry = statusText.retry(connection.retryInSeconds);
      const hint = `${message} ${action}`;
      return { icon: <Warning16Filled />, tone: 'trouble', sentence: message, hint, retry };
    }
    case 'perlu_masuk':
      return { icon: <Person16Regular />, tone: 'trouble', sentence: statusText.signIn };
    case 'dicabut':
      return { icon: <Warning16Filled />, tone: 'trouble', sentence: statusText.ended };
  }
}
