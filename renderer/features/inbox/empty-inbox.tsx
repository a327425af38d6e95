import { Button } from '@fluentui/react-components';
import { MailInboxCheckmarkRegular, MailInboxRegular, SearchRegular } from '@fluentui/react-icons';
import { useStore, type StoreApi } from 'zustand';
import { hasFilter } from '#renderer/features/inbox/filters/present-filter.ts';
import { inboxFilterText } from '#renderer/features/inbox/text/filters.ts';
import { inboxText } from '#renderer/features/inbox/text/inbox.ts';
import type { InboxStatus } from '#renderer/core/inbox/inbox-query.ts';
import type { InboxStore } from '#renderer/core/inbox/inbox-contract.ts';
import type { SyncStore } from '#renderer/core/sync/sync-contract.ts';
import { Notice } from '#renderer/ui/parts/notice.tsx';

interface EmptyInboxProps {
  readonly inbox: InboxStore;
  readonly sync: StoreApi<SyncStore>;
  readonly onClear: () => void;
  readonly onOutbox: () => void;
}

/** Why the list is empty and what to do. */
export function EmptyInbox({ inbox, sync, onClear, onOutbox }: EmptyInboxProps) {
  const complete = useStore(sync, (state) => state.inboxComplete);
  const offline = useStore(sync, (state) => state.connection.kind !== 'tersambung');
  if (hasFilter(inbox.filter) && inbox.rows.length > 0) {
    return (
      <Notice icon={<SearchRegular />} title={inboxText.noMatch} action={inboxText.noMatchAction}>
        <Button onClick={onClear}>{inboxFilterText.clear}</Button>
      </Notice>
    );
  }
  if (inbox.rows.length === 0) return <NothingHere complete={complete} offline={offline} />;
  const [status] = inbox.filter.statuses;
  if (status === undefined || status === 'belum_diperiksa') {
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
  return <NoneWithStatus status={status} inbox={inbox} />;
}

function NothingHere({
  complete,
  offline,
}: {
  readonly complete: boolean;
  readonly offline: boolean;
}) {
  const icon = <MailInboxRegular />;
  if (complete)
    return <Notice icon={icon} title={inboxText.empty} action={inboxText.emptyAction} />;
  return offline ? (
    <Notice
      icon={icon}
      title={inboxText.fetchingOffline}
      action={inboxText.fetchingOfflineAction}
    />
  ) : (
    <Notice icon={icon} title={inboxText.fetching} action={inboxText.fetchingAction} />
  );
}

interface NoneWithStatusProps {
  readonly status: Exclude<InboxStatus, 'belum_diperiksa'>;
  readonly inbox: InboxStore;
}

function NoneWithStatus({ status, inbox }: NoneWithStatusProps) {
  return (
    <Notice
      icon={<MailInboxRegular />}
      title={inboxText.noneHere}
      action={inboxText.noneHereAction[status]}
    >
      <Button onClick={() => inbox.setFilter({ statuses: ['belum_diperiksa'] })}>
        {inboxText.toUnchecked}
      </Button>
    </Notice>
  );
}
