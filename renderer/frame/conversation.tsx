import { useEffect, useRef } from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { conversationText } from '#renderer/frame/conversation-text.ts';
import type { ShownMessage } from '#renderer/core/threads/thread-contract.ts';
import { formatMoment } from '#renderer/ui/format/dates.ts';
import { useToday } from '#renderer/ui/parts/use-today.ts';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { roleName } from '#shared/workflow/workflow-labels.ts';

const useStyles = makeStyles({
  root: {
    listStyle: 'none',
    margin: 0,
    padding: '2px 0',
    display: 'flex',
    flexDirection: 'column',
    gap: '6px',
    fontSize: textSizes.body,
    lineHeight: lineHeights.body,
  },
  scrolled: { maxHeight: '30vh', overflowY: 'auto' },
  message: {
    minWidth: 0,
    paddingLeft: '8px',
    borderLeft: `3px solid ${tokens.colorNeutralStroke1}`,
  },
  mine: { borderLeftColor: tokens.colorBrandStroke1 },
  failed: { borderLeftColor: tokens.colorPaletteRedBorder2 },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: '8px',
    fontSize: textSizes.dense,
    lineHeight: lineHeights.dense,
    color: tokens.colorNeutralForeground2,
  },
  author: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
  state: { color: tokens.colorNeutralForeground2 },
  refused: { color: tokens.colorPaletteRedForeground1 },
  text: { margin: 0, overflowWrap: 'anywhere', whiteSpace: 'pre-wrap', userSelect: 'text' },
});

interface ConversationProps {
  readonly messages: readonly ShownMessage[];
  /** Whether it keeps to a part of the window and shows its end. */
  readonly scrolled?: boolean;
}

/** The messages of a thread, oldest first: who wrote what and when, and how far one's own are on their way. */
export function Conversation({ messages, scrolled = false }: ConversationProps) {
  const styles = useStyles();
  const today = useToday();
  const end = useRef<HTMLOListElement>(null);
  const last = messages.at(-1)?.id;
  useEffect(() => {
    if (scrolled && last !== undefined) {
      end.current?.scrollTo({ top: end.current.scrollHeight });
    }
  }, [last, scrolled]);
  return (
    <ol
      ref={end}
      className={mergeClasses(styles.root, scrolled && styles.scrolled)}
      aria-label={conversationText.label}
      data-testid="percakapan"
      {...(scrolled && { tabIndex: 0 })}
    >
      {messages.map((message) => (
        <MessageItem key={message.id} message={message} today={today} />
      ))}
    </ol>
  );
}

interface MessageItemProps {
  readonly message: ShownMessage;
  readonly today: LocalDate;
}

function MessageItem({ message, today }: MessageItemProps) {
  const styles = useStyles();
  const { authorName, authorRole, mine, sending } = message;
  const isRefused = sending === 'ditolak';
  const state = stateOf(message);
  return (
    <li className={mergeClasses(styles.message, mine && styles.mine, isRefused && styles.failed)}>
      <div className={styles.head}>
        <span className={styles.author}>{mine ? conversationText.you : authorName}</span>
        {!mine && <span>{roleName(authorRole)}</span>}
        {message.kind in conversationText.kinds && <span>{kindName(message.kind)}</span>}
        <span>{formatMoment(message.at, today)}</span>
        {state !== '' && (
          <span className={mergeClasses(styles.state, isRefused && styles.refused)}>{state}</span>
        )}
      </div>
      <p className={styles.text}>{message.text}</p>
    </li>
  );
}

/** How far one's own message is; empty for those of others. */
function stateOf({ mine, sending, kind }: ShownMessage): string {
  if (sending !== null) return conversationText.sending[sending];
  return mine && kind === 'pesan' ? conversationText.sent : '';
}

function kindName(kind: string): string {
  if (kind === 'tanya') return conversationText.kinds.tanya;
  return kind === 'jawab' ? conversationText.kinds.jawab : '';
}
