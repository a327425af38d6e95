import type { Ref } from 'react';
import { Button } from '@fluentui/react-components';
import { MailInboxRegular, MailInboxCheckmarkRegular, SearchRegular } from '@fluentui/react-icons';
import { useStore, type StoreApi } from 'zustand';
import { hasFilter } from '#renderer/features/inbox/inbox-filters.tsx';
import { InboxList, type InboxListHandle } from '#renderer/features/inbox/inbox-list.tsx';
import type { InboxStore, SyncStore } from '#renderer/state/store-contracts.ts';
import { Notice } from '#renderer/ui/parts/notice.tsx';
import { Waiting } from '#renderer/ui/parts/waiting.tsx';
import { appText } from '#renderer/ui/text/app.ts';
import { inboxText } from '#renderer/ui/text/inbox.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';

interface InboxBodyProps {
  readonly inbox: InboxStore;
  readonly sync: StoreApi<SyncStore>;
  readonly today: LocalDate;
  readonly startAt: string | null;
  readonly listRef: Ref<InboxListHandle>;
  readonly onOpen: (usulId: string) => void;
  readonly onClear: () => void;
  readonly onOutbox: () => void;
}

/** The list, or why there is none and what to do. */
export function InboxBody({ listRef, ...props }: InboxBodyProps) {
  const { inbox } = props;
  if (!inbox.ready) return <Waiting label={inboxText.loading} tooLong={appText.startSlow} />;
  if (inbox.queue.length === 0) return <EmptyInbox {...props} />;
  return (
    <InboxList
      queue={inbox.queue}
      today={props.today}
      startAt={props.startAt}
      onOpen={props.onOpen}
      ref={listRef}
    />
  );
}

function EmptyInbox({ inbox, sync, onClear, onOutbox }: Omit<InboxBodyProps, 'listRef'>) {
  const complete = useStore(sync, (state) => state.inboxComplete);
  const offline = useStore(sync, (state) => state.connection.kind !== 'tersambung');
  if (hasFilter(inbox.filter)) {
    return (
      <Notice icon={<SearchRegular />} title={inboxText.noMatch} action={inboxText.noMatchAction}>
        <Button onClick={onClear}>{inboxText.clearFilter}</Button>
      </Notice>
    );
  }
  if (!complete && inbox.rows.length === 0) {
    return offline ? (
      <Notice
        icon={<MailInboxRegular />}
        title={inboxText.fetchingOffline}
        action={inboxText.fetchingOfflineAction}
      />
    ) : (
      <Notice
        icon={<MailInboxRegular />}
        title={inboxText.fetching}
        action={inboxText.fetchingAction}
      />
    );
  }
  if (inbox.rows.length === 0) {
    return (
      <Notice icon={<MailInboxRegular />} title={inboxText.empty} action={inboxText.emptyAction} />
    );
  }
  if (inbox.filter.statuses[0] === 'belum_diperiksa') {
    return (
      <Notice
        icon={<MailInboxCheckmarkRegular />}
        title={inboxText.allChecked}
        action={inboxText.allCheckedAction}
      >
        <Button appearance="primary" onClick={onOutbox}>
          {inboxText.toOutbox}
        </Button>
      </Notice>
    );
  }
  return (
    <Notice
      icon={<MailInboxRegular />}
      title={inboxText.noneHere}
      action={inboxText.noneHereAction}
    />
  );
}
