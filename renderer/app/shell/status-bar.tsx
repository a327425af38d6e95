import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { useStore } from 'zustand';
import { ConnectionText } from '#renderer/app/shell/connection-text.tsx';
import { FetchBar } from '#renderer/app/shell/fetch-bar.tsx';
import type { Desk } from '#renderer/state/store-contracts.ts';
import { formatMoment } from '#renderer/ui/format/dates.ts';
import { useToday } from '#renderer/ui/parts/use-today.ts';
import { statusText } from '#renderer/ui/text/status.ts';

const useStyles = makeStyles({
  root: {
    flexShrink: 0,
    height: '28px',
    display: 'flex',
    alignItems: 'center',
    gap: '18px',
    padding: '0 12px',
    fontSize: '12px',
    whiteSpace: 'nowrap',
    overflow: 'hidden',
    backgroundColor: tokens.colorNeutralBackground3,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  told: { display: 'flex', alignItems: 'center', gap: '18px', minWidth: 0 },
  refused: {
    fontSize: '12px',
    color: tokens.colorPaletteRedForeground1,
    fontWeight: tokens.fontWeightSemibold,
  },
  link: { fontSize: '12px' },
  fetch: { marginLeft: 'auto' },
});

interface StatusBarProps {
  readonly desk: Pick<Desk, 'sync' | 'outbox'>;
  readonly onOutbox: () => void;
}

/** The truth about connection, sending and fetching; always in view. */
export function StatusBar({ desk, onOutbox }: StatusBarProps) {
  const styles = useStyles();
  const { connection, lastContact, progress, inboxComplete } = useStore(desk.sync);
  const { waiting, refused } = useStore(desk.outbox);
  const today = useToday();
  return (
    <footer className={styles.root} aria-label={statusText.label}>
      <output className={styles.told}>
        <ConnectionText connection={connection} />
        {(connection.kind === 'luring' || connection.kind === 'gangguan') && (
          <Link as="button" className={styles.link} onClick={() => desk.sync.getState().syncNow()}>
            {statusText.tryNow}
          </Link>
        )}
        <span>
          {lastContact === null
            ? statusText.neverContact
            : statusText.lastContact(formatMoment(lastContact, today))}
        </span>
        {waiting > 0 && (
          <Link as="button" className={styles.link} onClick={onOutbox}>
            {statusText.waiting(waiting)}
          </Link>
        )}
        {waiting + refused === 0 && <span>{statusText.nothingWaiting}</span>}
        {refused > 0 && (
          <Link as="button" className={styles.refused} onClick={onOutbox}>
            {statusText.refused(refused)}
          </Link>
        )}
      </output>
      <div className={styles.fetch}>
        <FetchBar progress={progress} inboxComplete={inboxComplete} />
      </div>
    </footer>
  );
}
