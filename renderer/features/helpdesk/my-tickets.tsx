import { useEffect, useRef } from 'react';
import { Button, makeStyles } from '@fluentui/react-components';
import { TicketDetail } from '#renderer/features/helpdesk/ticket-detail.tsx';
import { TicketList } from '#renderer/features/helpdesk/ticket-list.tsx';
import { helpdeskText as texts } from '#renderer/features/helpdesk/texts.ts';
import { useTicketWork } from '#renderer/features/helpdesk/use-ticket-work.ts';
import { useTickets } from '#renderer/features/helpdesk/use-tickets.ts';
import type { Announce } from '#renderer/frame/announce.ts';
import type { Desk } from '#renderer/core/desk-contract.ts';
import { Notice } from '#renderer/ui/parts/notice.tsx';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';

const useStyles = makeStyles({
  root: { minWidth: 0, minHeight: 0, display: 'grid', gap: '8px', alignContent: 'start' },
  head: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: '8px' },
  title: { margin: 0, fontSize: textSizes.title, lineHeight: lineHeights.title },
  list: { maxHeight: '40vh', overflowY: 'auto' },
});

interface MyTicketsProps {
  readonly desk: Pick<Desk, 'query' | 'sync'>;
  readonly announce: Announce;
}

/** What one has reported, with the answers; the server alone has it. */
export function MyTickets({ desk, announce }: MyTicketsProps) {
  const styles = useStyles();
  const { query, sync } = desk;
  const tickets = useTickets(query);
  const work = useTicketWork(query, tickets, announce);
  const reply = useRef<HTMLTextAreaElement>(null);
  const { open, reload } = tickets;
  const shownId = open?.ticket.id ?? null;
  // The server knows by now that it was read; what is unread is told with the next exchange.
  useEffect(() => {
    if (shownId === null || sync.getState().notices.ticketNews === 0) return;
    sync.getState().syncNow();
    reload();
  }, [shownId, sync, reload]);
  const nothing = tickets.rows.length === 0 && (tickets.counts !== null || tickets.failure);
  return (
    <section className={styles.root} aria-label={texts.mine}>
      <div className={styles.head}>
        <h2 className={styles.title}>{texts.mine}</h2>
        <Button size="small" onClick={reload}>
          {texts.reload}
        </Button>
      </div>
      {nothing ? (
        <Notice title={tickets.failure ? texts.mineOffline : texts.mineNone} />
      ) : (
        <div className={styles.list}>
          <TicketList tickets={tickets} />
        </div>
      )}
      {open && <TicketDetail whole={open} work={work} replyRef={reply} />}
    </section>
  );
}
