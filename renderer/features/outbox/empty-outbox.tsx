import { Button } from '@fluentui/react-components';
import { SearchRegular, SendRegular } from '@fluentui/react-icons';
import type { OutboxFilter } from '#renderer/features/outbox/outbox-view.ts';
import { outboxText } from '#renderer/features/outbox/texts.ts';
import { Notice } from '#renderer/ui/parts/notice.tsx';

interface EmptyOutboxProps {
  /** Whether nothing was decided on this PC at all. */
  readonly nothingDecided: boolean;
  readonly filter: OutboxFilter;
  readonly search: string;
  readonly onShowAll: () => void;
  readonly onInbox: () => void;
}

const noneTexts = {
  menunggu: [outboxText.noneWaiting, outboxText.noneWaitingAction],
  terkirim: [outboxText.noneSent, outboxText.noneSentAction],
  ditolak: [outboxText.noneRefused, outboxText.noneRefusedAction],
} as const;

/** Why no decision is shown and what to do. */
export function EmptyOutbox(props: EmptyOutboxProps) {
  const { nothingDecided, filter, search, onShowAll, onInbox } = props;
  if (nothingDecided) {
    return (
      <Notice icon={<SendRegular />} title={outboxText.empty} action={outboxText.emptyAction}>
        <Button onClick={onInbox}>{outboxText.openInbox}</Button>
      </Notice>
    );
  }
  const [title, action] =
    search !== '' || filter === 'semua'
      ? [outboxText.noMatch, outboxText.noMatchAction]
      : noneTexts[filter];
  return (
    <Notice icon={<SearchRegular />} title={title} action={action}>
      <Button onClick={onShowAll}>{outboxText.showAll}</Button>
    </Notice>
  );
}
