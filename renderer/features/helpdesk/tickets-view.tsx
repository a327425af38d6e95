import { useRef, useState } from 'react';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { CannedReplies } from '#renderer/features/helpdesk/canned-replies.tsx';
import { CodeIssuer } from '#renderer/features/helpdesk/code-issuer.tsx';
import { ticketKeys } from '#renderer/features/helpdesk/keys.ts';
import { NewTicket } from '#renderer/features/helpdesk/new-ticket.tsx';
import { TicketDetail } from '#renderer/features/helpdesk/ticket-detail.tsx';
import { TicketList } from '#renderer/features/helpdesk/ticket-list.tsx';
import { helpdeskText as texts } from '#renderer/features/helpdesk/texts.ts';
import { useTicketWork } from '#renderer/features/helpdesk/use-ticket-work.ts';
import { useTickets, type Tickets } from '#renderer/features/helpdesk/use-tickets.ts';
import type { ScreenProps } from '#renderer/frame/screen.tsx';
import { keyShortcuts, shownKey } from '#renderer/ui/keys/key-group.ts';
import { useKeys } from '#renderer/ui/keys/use-keys.ts';
import { ChoiceBar } from '#renderer/ui/parts/choice-bar.tsx';
import { ErrorBar } from '#renderer/ui/parts/error-bar.tsx';
import { KeyCap } from '#renderer/ui/parts/key-cap.tsx';
import { Notice } from '#renderer/ui/parts/notice.tsx';
import { unseen } from '#renderer/ui/parts/unseen.ts';
import { formatCount } from '#renderer/ui/format/amounts.ts';
import { ticketViews } from '#shared/contract/tickets.ts';

const useStyles = makeStyles({
  root: { height: '100%', minHeight: 0, display: 'flex', flexDirection: 'column' },
  // The navigation says it already.
  unseen,
  bar: {
    flexShrink: 0,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 12px',
    padding: '4px 12px 4px 6px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  acts: { marginLeft: 'auto', display: 'flex', gap: '8px' },
  button: { gap: '6px', whiteSpace: 'nowrap' },
  trouble: { flexShrink: 0, padding: '4px 12px' },
  middle: {
    flex: '1 1 0',
    minHeight: 0,
    display: 'grid',
    gridTemplateColumns: 'minmax(280px, 34%) minmax(0, 1fr)',
    gridTemplateRows: 'minmax(0, 1fr)',
  },
  list: { minWidth: 0, borderRight: `1px solid ${tokens.colorNeutralStroke2}` },
});

/** "Tiket": what was reported to the helpdesk, beside the ticket that is open. */
export function TicketsView({ desk, announce }: ScreenProps) {
  const styles = useStyles();
  const { query } = desk;
  const tickets = useTickets(query);
  const work = useTicketWork(query, tickets, announce);
  const [dialog, setDialog] = useState<'tiket' | 'kode' | null>(null);
  const reply = useRef<HTMLTextAreaElement>(null);
  useKeys([ticketKeys], {
    previousTicket: () => tickets.step(-1),
    nextTicket: () => tickets.step(1),
    takeOn: work.toggleHold,
    finish: work.toggleDone,
    writeReply: () => reply.current?.focus(),
    sendReply: () => work.send(false),
    newTicket: () => setDialog('tiket'),
    issueCode: () => setDialog('kode'),
    reload: tickets.reload,
  });
  const close = (): void => setDialog(null);
  return (
    <section className={styles.root} aria-label={texts.title}>
      <h1 className={styles.unseen}>{texts.title}</h1>
      <TicketBar tickets={tickets} onDialog={setDialog} />
      {tickets.failure && dialog === null && (
        <div className={styles.trouble}>
          <ErrorBar message={tickets.failure.message} action={tickets.failure.action} />
        </div>
      )}
      <div className={styles.middle}>
        <div className={styles.list}>
          <TicketList tickets={tickets} />
        </div>
        {tickets.open ? (
          <TicketDetail
            key={tickets.open.ticket.id}
            whole={tickets.open}
            work={work}
            canned={
              <CannedReplies {...{ query, announce }} text={work.text} onChoose={work.write} />
            }
            replyRef={reply}
          />
        ) : (
          <Notice title={texts.choose} action={texts.chooseAction} />
        )}
      </div>
      {dialog === 'tiket' && <NewTicket {...{ query, tickets, announce }} onClose={close} />}
      {dialog === 'kode' && <CodeIssuer query={query} onClose={close} />}
    </section>
  );
}

interface TicketBarProps {
  readonly tickets: Tickets;
  readonly onDialog: (dialog: 'tiket' | 'kode') => void;
}

function TicketBar({ tickets, onDialog }: TicketBarProps) {
  const styles = useStyles();
  const { counts, view } = tickets;
  const choices = ticketViews.map((id) => ({
    id,
    label: texts.views[id],
    ...(counts && id !== 'selesai' && { count: formatCount(counts[id]) }),
  }));
  return (
    <div className={styles.bar}>
      <ChoiceBar label={texts.view} choices={choices} chosen={view} onChoose={tickets.look} wraps />
      <div className={styles.acts}>
        {(['issueCode', 'newTicket'] as const).map((action) => (
          <Button
            key={action}
            size="small"
            className={styles.button}
            aria-keyshortcuts={keyShortcuts(ticketKeys, action)}
            onClick={() => onDialog(action === 'newTicket' ? 'tiket' : 'kode')}
          >
            {action === 'newTicket' ? texts.newTicket : texts.code}{' '}
            <KeyCap shown={shownKey(ticketKeys, action)} />
          </Button>
        ))}
      </div>
    </div>
  );
}
