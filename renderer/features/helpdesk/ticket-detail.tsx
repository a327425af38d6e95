import type { ReactNode, RefObject } from 'react';
import { Button, Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import { momentText } from '#renderer/features/helpdesk/moment-text.ts';
import { TicketReply } from '#renderer/features/helpdesk/ticket-reply.tsx';
import { helpdeskText as texts } from '#renderer/features/helpdesk/texts.ts';
import type { TicketWork } from '#renderer/features/helpdesk/use-ticket-work.ts';
import { Conversation } from '#renderer/frame/conversation.tsx';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';
import type { WholeTicket } from '#shared/contract/tickets.ts';
import {
  ticketChannelLabels,
  ticketKindTexts,
  ticketStateLabels,
} from '#shared/workflow/helpdesk/ticket-labels.ts';

const useStyles = makeStyles({
  root: {
    height: '100%',
    minHeight: 0,
    display: 'flex',
    flexDirection: 'column',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  head: {
    flexShrink: 0,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 12px',
    padding: '8px 16px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  title: {
    margin: 0,
    flex: '1 1 12em',
    minWidth: 0,
    overflowWrap: 'anywhere',
    fontSize: textSizes.title,
    lineHeight: lineHeights.title,
    fontWeight: tokens.fontWeightSemibold,
  },
  acts: { display: 'flex', gap: '8px' },
  body: {
    flex: '1 1 0',
    minHeight: 0,
    overflowY: 'auto',
    padding: '8px 16px',
    display: 'grid',
    gap: '10px',
    alignContent: 'start',
  },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    gap: '1px 12px',
    margin: 0,
    fontSize: textSizes.dense,
    lineHeight: lineHeights.dense,
  },
  term: { color: tokens.colorNeutralForeground2 },
  detail: { margin: 0, overflowWrap: 'anywhere' },
  heading: {
    margin: 0,
    fontSize: textSizes.body,
    lineHeight: lineHeights.body,
    fontWeight: tokens.fontWeightSemibold,
  },
  steps: { display: 'grid', margin: 0, padding: 0, border: 'none' },
});

interface TicketDetailProps {
  readonly whole: WholeTicket;
  readonly work: TicketWork;
  readonly canned?: ReactNode;
  readonly replyRef: RefObject<HTMLTextAreaElement | null>;
}

/** A ticket: who reported what, its steps, what was written, and the reply. */
export function TicketDetail({ whole, work, canned, replyRef }: TicketDetailProps) {
  const styles = useStyles();
  const { ticket, messages, officer } = whole;
  const isOver = ticket.state === 'selesai';
  return (
    <article className={styles.root} aria-label={texts.number(ticket.number)}>
      <header className={styles.head}>
        <h2 className={styles.title}>
          {texts.number(ticket.number)} {ticketKindTexts[ticket.ticketKind].label} ·{' '}
          {ticketStateLabels[ticket.state]}
        </h2>
        <div className={styles.acts}>
          {officer && !isOver && (
            <Button size="small" disabledFocusable={work.busy} onClick={work.toggleHold}>
              {ticket.mine ? texts.acts.lepas : texts.acts.ambil}
            </Button>
          )}
          <Button size="small" disabledFocusable={work.busy} onClick={work.toggleDone}>
            {isOver ? texts.acts.buka_lagi : texts.acts.selesai}
          </Button>
        </div>
      </header>
      <div className={styles.body}>
        {officer && <Facts whole={whole} />}
        {officer && <Steps whole={whole} onSteps={work.noteSteps} />}
        <h3 className={styles.heading}>{texts.messages}</h3>
        <Conversation
          messages={messages.map((message) => ({
            ...message,
            mine: message.mine === true,
            sending: null,
          }))}
        />
      </div>
      <TicketReply officer={officer} canned={canned} work={work} replyRef={replyRef} />
    </article>
  );
}

function Facts({ whole: { ticket, diagnostics } }: { readonly whole: WholeTicket }) {
  const styles = useStyles();
  const answered = ticket.minutesToAnswer;
  const facts = [
    [texts.reporter, ticket.reporterName],
    [texts.nip, ticket.reporterNip],
    [texts.channel, ticketChannelLabels[ticket.channel]],
    [texts.opened, momentText(ticket.openedAt)],
    [
      texts.firstAnswer,
      answered === null ? texts.due(lastMinute(ticket.dueAt)) : texts.answeredAfter(answered),
    ],
    [
      texts.diagnostics,
      Object.entries(diagnostics ?? {})
        .map(([name, value]) => `${name}: ${String(value)}`)
        .join('; '),
    ],
  ] as const;
  return (
    <dl className={styles.facts}>
      {facts
        .filter(([, value]) => value !== '')
        .map(([name, value]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt className={styles.term}>{name}</dt>
            <dd className={styles.detail}>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

/** What is due when a day is over is due on that day. */
function lastMinute(instant: string): string {
  return momentText(new Date(Date.parse(instant) - 60_000).toISOString());
}

interface StepsProps {
  readonly whole: WholeTicket;
  readonly onSteps: (done: readonly number[]) => void;
}

function Steps({ whole: { ticket, stepsDone }, onSteps }: StepsProps) {
  const styles = useStyles();
  return (
    <fieldset className={styles.steps}>
      <legend className={styles.heading}>{texts.steps}</legend>
      {ticketKindTexts[ticket.ticketKind].steps.map((step, at) => (
        <Checkbox
          key={step}
          label={step}
          checked={stepsDone.includes(at)}
          onChange={(_, { checked }) =>
            onSteps(checked === true ? [...stepsDone, at] : stepsDone.filter((one) => one !== at))
          }
        />
      ))}
    </fieldset>
  );
}
