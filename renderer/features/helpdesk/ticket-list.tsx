import { useEffect, useRef } from 'react';
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { momentText } from '#renderer/features/helpdesk/moment-text.ts';
import { helpdeskText as texts } from '#renderer/features/helpdesk/texts.ts';
import type { Tickets } from '#renderer/features/helpdesk/use-tickets.ts';
import { Notice } from '#renderer/ui/parts/notice.tsx';
import { Waiting } from '#renderer/ui/parts/waiting.tsx';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';
import type { Ticket } from '#shared/contract/tickets.ts';
import { ticketKindTexts, ticketStateLabels } from '#shared/workflow/helpdesk/ticket-labels.ts';

const useStyles = makeStyles({
  root: { height: '100%', minHeight: 0, overflowY: 'auto' },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  row: {
    display: 'block',
    width: '100%',
    padding: '6px 12px',
    border: 'none',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    borderLeft: '4px solid transparent',
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    fontSize: textSizes.dense,
    lineHeight: lineHeights.dense,
    textAlign: 'left',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  open: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    borderLeftColor: tokens.colorBrandStroke1,
  },
  head: { display: 'flex', gap: '8px', alignItems: 'baseline' },
  name: {
    flex: '1 1 0',
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontWeight: tokens.fontWeightSemibold,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  news: { color: tokens.colorBrandForeground1, fontWeight: tokens.fontWeightSemibold },
  late: { color: tokens.colorPaletteRedForeground1, fontWeight: tokens.fontWeightSemibold },
  excerpt: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  foot: { display: 'flex', justifyContent: 'center', padding: '6px' },
});

/** Tickets, the newest first. */
export function TicketList({ tickets }: { readonly tickets: Tickets }) {
  const styles = useStyles();
  const { rows, counts, next, failure } = tickets;
  if (counts === null && !failure) return <Waiting label={texts.loading} tooLong={texts.slow} />;
  if (rows.length === 0) {
    return (
      <Notice title={failure ? '' : texts.empty} action={failure ? undefined : texts.emptyAction}>
        {failure && <Button onClick={tickets.reload}>{texts.reload}</Button>}
      </Notice>
    );
  }
  return (
    <div className={styles.root}>
      <ul className={styles.list} aria-label={texts.list}>
        {rows.map((ticket) => (
          <Row
            key={ticket.id}
            ticket={ticket}
            open={ticket.id === tickets.openId}
            onShow={() => tickets.show(ticket.id)}
          />
        ))}
      </ul>
      {next !== null && (
        <div className={styles.foot}>
          <Button size="small" onClick={tickets.more}>
            {texts.more}
          </Button>
        </div>
      )}
    </div>
  );
}

interface RowProps {
  readonly ticket: Ticket;
  readonly open: boolean;
  readonly onShow: () => void;
}

function Row({ ticket, open, onShow }: RowProps) {
  const styles = useStyles();
  const row = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (open) row.current?.scrollIntoView({ block: 'nearest' });
  }, [open]);
  const {
    number,
    reporterName,
    ticketKind,
    state,
    officerName,
    mine,
    excerpt,
    unread = 0,
  } = ticket;
  const whose = officerName === null ? texts.unassigned : texts.officer(officerName);
  return (
    <li>
      <button
        ref={row}
        type="button"
        className={mergeClasses(styles.row, open && styles.open)}
        aria-current={open ? 'true' : undefined}
        onClick={onShow}
      >
        <span className={styles.head}>
          <span className={styles.quiet}>{texts.number(number)}</span>
          <span className={styles.name} title={reporterName}>
            {reporterName}
          </span>
          <span className={styles.quiet}>{momentText(ticket.changedAt)}</span>
        </span>
        <div className={styles.excerpt} title={excerpt}>
          {ticketKindTexts[ticketKind].label}: {excerpt}
        </div>
        <div className={styles.head}>
          <span className={mergeClasses(styles.name, styles.quiet)}>
            {ticketStateLabels[state]} · {mine ? texts.youHave : whose}
          </span>
          {unread > 0 && <span className={styles.news}>{texts.unread(unread)}</span>}
          {ticket.overdue && <span className={styles.late}>{texts.overdue}</span>}
        </div>
      </button>
    </li>
  );
}
