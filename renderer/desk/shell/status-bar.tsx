import { Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Chat16Regular, ErrorCircle16Regular } from '@fluentui/react-icons';
import { useStore } from 'zustand';
import { AheadBar } from '#renderer/desk/shell/ahead-bar.tsx';
import { ConnectionText } from '#renderer/desk/shell/connection-text.tsx';
import { FetchBar } from '#renderer/desk/shell/fetch-bar.tsx';
import { statusText } from '#renderer/desk/text/status.ts';
import { useRole } from '#renderer/frame/role.ts';
import { generalKeys } from '#renderer/frame/general-keys.ts';
import type { Desk } from '#renderer/core/desk-contract.ts';
import { keyShortcuts, shownKey } from '#renderer/ui/keys/key-group.ts';
import { formatMoment } from '#renderer/ui/format/dates.ts';
import { KeyCap } from '#renderer/ui/parts/key-cap.tsx';
import { LiveRegion } from '#renderer/ui/parts/live-region.tsx';
import { useToday } from '#renderer/ui/parts/use-today.ts';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';
import { queueRoles } from '#shared/workflow/queues.ts';

const useStyles = makeStyles({
  root: {
    flexShrink: 0,
    height: `calc(${lineHeights.small} + 12px)`,
    boxSizing: 'border-box',
    display: 'flex',
    alignItems: 'center',
    gap: '18px',
    padding: '0 12px',
    fontSize: textSizes.small,
    lineHeight: lineHeights.small,
    whiteSpace: 'nowrap',
    overflow: 'hidden',
    backgroundColor: tokens.colorNeutralBackground3,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  told: { display: 'flex', alignItems: 'center', gap: '18px', minWidth: 0 },
  // The bar clips: the ring of the browser would be cut off outside the line.
  link: {
    flexShrink: 0,
    fontSize: textSizes.small,
    lineHeight: lineHeights.small,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-1px' },
  },
  refused: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '4px',
    color: tokens.colorPaletteRedForeground1,
    fontWeight: tokens.fontWeightSemibold,
  },
  news: { display: 'inline-flex', alignItems: 'center', gap: '4px' },
  /** Where there is little room a sign and a number say it; its title has all of it. */
  roomy: { '@media (max-width: 1099px)': { display: 'none' } },
  narrow: { '@media (min-width: 1100px)': { display: 'none' } },
  // No higher than the words: the bar is as high as one line.
  key: { lineHeight: 1.15 },
  /** The first to give way where there is little room; its title has all of it. */
  contact: {
    minWidth: '3em',
    flexShrink: 9,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    '@media (max-width: 959px)': { display: 'none' },
  },
  quiet: { flexShrink: 0 },
  fetch: { marginLeft: 'auto', flexShrink: 0 },
});

interface StatusBarProps {
  readonly desk: Pick<Desk, 'sync' | 'inbox' | 'outbox' | 'threads' | 'evidence'>;
  readonly onOutbox: () => void;
  readonly onConflicts: () => void;
  readonly onMessages: () => void;
}

/** The truth about connection, sending and fetching; always in view. */
export function StatusBar({ desk, onOutbox, onConflicts, onMessages }: StatusBarProps) {
  const styles = useStyles();
  const { connection, lastContact, progress, notices } = useStore(desk.sync);
  const loading = useStore(desk.inbox, (inbox) => inbox.loading);
  const today = useToday();
  // Who has none sends and fetches nothing by itself.
  const hasQueue = queueRoles.includes(useRole());
  const contact =
    lastContact === null
      ? statusText.neverContact
      : statusText.lastContact(formatMoment(lastContact, today));
  return (
    <footer className={styles.root} aria-label={statusText.label}>
      <div className={styles.told}>
        <ConnectionText connection={connection} />
        {(connection.kind === 'luring' || connection.kind === 'gangguan') && (
          <Link as="button" className={styles.link} onClick={() => desk.sync.getState().syncNow()}>
            {statusText.tryNow}
          </Link>
        )}
        <span className={styles.contact} title={contact}>
          {contact}
        </span>
        {hasQueue && <Sending desk={desk} onOutbox={onOutbox} onConflicts={onConflicts} />}
        {hasQueue && <Messages desk={desk} onMessages={onMessages} />}
      </div>
      {hasQueue && (
        <>
          <AheadBar evidence={desk.evidence} />
          <div className={styles.fetch}>
            <FetchBar progress={progress} loading={loading} diskLeftBytes={notices.diskLeftBytes} />
          </div>
        </>
      )}
    </footer>
  );
}

/** What is written about usul and in what one reported: how much is new, and how much of one's own waits. */
function Messages({ desk, onMessages }: Pick<StatusBarProps, 'desk' | 'onMessages'>) {
  const styles = useStyles();
  const found = useStore(desk.inbox, (inbox) => inbox.newMessages);
  const ofHelpdesk = useStore(desk.sync, ({ notices }) => notices.ticketNews);
  const waiting = useStore(desk.threads, (threads) => threads.waiting);
  const count = (found?.count ?? 0) + ofHelpdesk;
  const words = found ? statusText.newMessages : statusText.helpdeskMessages;
  const said = count > 0 ? words(count) : '';
  return (
    <>
      {count > 0 && (
        <Link
          as="button"
          className={mergeClasses(styles.link, styles.news)}
          aria-label={said}
          aria-keyshortcuts={keyShortcuts(generalKeys, 'showMessages')}
          title={`${said} (${shownKey(generalKeys, 'showMessages')})`}
          onClick={onMessages}
        >
          <Chat16Regular />
          <span className={styles.narrow}>{count}</span>
          <span className={styles.roomy}>{said}</span>
          <KeyCap
            className={mergeClasses(styles.key, styles.roomy)}
            shown={shownKey(generalKeys, 'showMessages')}
          />
        </Link>
      )}
      {waiting > 0 && (
        <span className={mergeClasses(styles.quiet, styles.roomy)}>
          {statusText.messagesWaiting(waiting)}
        </span>
      )}
      <LiveRegion sentence={said} />
    </>
  );
}

function Sending({ desk, onOutbox, onConflicts }: Omit<StatusBarProps, 'onMessages'>) {
  const styles = useStyles();
  const waiting = useStore(desk.outbox, (outbox) => outbox.waiting);
  const refused = useStore(desk.outbox, (outbox) => outbox.refused);
  return (
    <>
      {waiting > 0 && (
        <Link
          as="button"
          className={styles.link}
          title={`${statusText.toOutbox} (${shownKey(generalKeys, 'showOutbox')})`}
          aria-keyshortcuts={keyShortcuts(generalKeys, 'showOutbox')}
          onClick={onOutbox}
        >
          {statusText.waiting(waiting)}
        </Link>
      )}
      {waiting + refused === 0 && <span className={styles.quiet}>{statusText.nothingWaiting}</span>}
      {refused > 0 && (
        <Link
          as="button"
          className={mergeClasses(styles.link, styles.refused)}
          aria-keyshortcuts={keyShortcuts(generalKeys, 'showConflicts')}
          onClick={onConflicts}
        >
          <ErrorCircle16Regular /> {statusText.refused(refused)}{' '}
          <KeyCap className={styles.key} shown={shownKey(generalKeys, 'showConflicts')} />
        </Link>
      )}
      <LiveRegion sentence={refused > 0 ? statusText.refused(refused) : ''} />
    </>
  );
}
