import type { ReactNode, RefObject } from 'react';
import { Button, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { ticketKeys } from '#renderer/features/helpdesk/keys.ts';
import { helpdeskText as texts } from '#renderer/features/helpdesk/texts.ts';
import type { TicketWork } from '#renderer/features/helpdesk/use-ticket-work.ts';
import { keyShortcuts, shownKey } from '#renderer/ui/keys/key-group.ts';
import { KeyCap } from '#renderer/ui/parts/key-cap.tsx';

const useStyles = makeStyles({
  root: {
    flexShrink: 0,
    display: 'grid',
    gap: '6px',
    padding: '8px 16px',
    backgroundColor: tokens.colorNeutralBackground2,
    borderTop: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '6px 8px' },
  right: { marginLeft: 'auto', display: 'flex', flexWrap: 'wrap', gap: '8px' },
  button: { gap: '6px', whiteSpace: 'nowrap' },
});

interface TicketReplyProps {
  readonly officer: boolean;
  /** What an officer may choose from. */
  readonly canned: ReactNode;
  readonly work: TicketWork;
  readonly replyRef: RefObject<HTMLTextAreaElement | null>;
}

/** What is written next in a ticket. */
export function TicketReply({ officer, canned, work, replyRef }: TicketReplyProps) {
  const styles = useStyles();
  return (
    // Without this form the browser would keep what was typed in its own session files, in clear.
    <form className={styles.root} autoComplete="off" onSubmit={(event) => event.preventDefault()}>
      {canned}
      <Textarea
        resize="vertical"
        textarea={{ ref: replyRef, rows: 3 }}
        aria-label={texts.reply}
        placeholder={texts.replyPlaceholder}
        maxLength={2000}
        value={work.text}
        onChange={(_, { value }) => work.write(value)}
      />
      <div className={styles.row}>
        <span className={styles.right}>
          {officer && (
            <Button
              className={styles.button}
              disabledFocusable={work.busy}
              onClick={() => work.send(true)}
            >
              {texts.sendAwaiting}
            </Button>
          )}
          <Button
            appearance="primary"
            className={styles.button}
            disabledFocusable={work.busy}
            aria-keyshortcuts={keyShortcuts(ticketKeys, 'sendReply')}
            onClick={() => work.send(false)}
          >
            {texts.send} <KeyCap shown={shownKey(ticketKeys, 'sendReply')} />
          </Button>
        </span>
      </div>
    </form>
  );
}
