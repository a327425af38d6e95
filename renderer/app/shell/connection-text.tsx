import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  ArrowSync16Regular,
  CloudCheckmark16Regular,
  CloudOff16Regular,
  Person16Regular,
  Warning16Filled,
} from '@fluentui/react-icons';
import type { ConnectionState } from '#renderer/state/store-contracts.ts';
import { statusText } from '#renderer/ui/text/status.ts';

const useStyles = makeStyles({
  root: { display: 'inline-flex', alignItems: 'center', gap: '5px' },
  good: { color: tokens.colorPaletteGreenForeground1 },
  trouble: { color: tokens.colorPaletteDarkOrangeForeground1 },
});

/** How the connection to the server stands, as icon and words. */
export function ConnectionText({ connection }: { readonly connection: ConnectionState }) {
  const styles = useStyles();
  switch (connection.kind) {
    case 'belum':
      return (
        <span className={styles.root}>
          <ArrowSync16Regular /> {statusText.notYet}
        </span>
      );
    case 'tersambung':
      return (
        <span className={mergeClasses(styles.root, styles.good)}>
          <CloudCheckmark16Regular /> {statusText.connected}
        </span>
      );
    case 'luring':
      return (
        <span className={mergeClasses(styles.root, styles.trouble)}>
          <CloudOff16Regular /> {statusText.offline}
        </span>
      );
    case 'gangguan': {
      const { message, action } = connection.error;
      return (
        <span className={mergeClasses(styles.root, styles.trouble)} title={`${message} ${action}`}>
          <Warning16Filled /> {message} {statusText.retry(connection.retryInSeconds)}
        </span>
      );
    }
    case 'perlu_masuk':
      return (
        <span className={mergeClasses(styles.root, styles.trouble)}>
          <Person16Regular /> {statusText.signIn}
        </span>
      );
  }
}
