import { Button } from '@fluentui/react-components';
import { MailInboxCheckmarkRegular, MailInboxRegular, SearchRegular } from '@fluentui/react-icons';
import { useStore, type StoreApi } from 'zustand';
import { hasFilter } from '#renderer/features/inbox/filters/present-filter.ts';
import { inboxFilterText } from '#renderer/features/inbox/text/filters.ts';
import { inboxText } from '#renderer/features/inbox/text/inbox.ts';
import { inboxWordsOf } from '#renderer/features/inbox/text/inbox-words.ts';
import { useRole } from '#renderer/frame/role.ts';
import type { InboxStore } from '#renderer/core/inbox/inbox-contract.ts';
import type { ConnectionState, SyncStore } from '#renderer/core/sync/sync-contract.ts';
import { Notice } from '#renderer/ui/parts/notice.tsx';

interface EmptyInboxProps {
  readonly inbox: InboxStore;
  readonly sync: StoreApi<SyncStore>;
  readonly onClear: () => void;
  readonly onOutbox: () => void;
}

/** Why the list is empty and what to do; nothing is called done before the list is whole. */
export function EmptyInbox({ inbox, sync, onClear, onOutbox }: EmptyInboxProps) {
  const connection = useStore(sync, (state) => state.connection);
  const words = inboxWordsOf(useRole());
  const filtered = hasFilter(inbox.filter) && inbox.rows.length > 0;
  if (inbox.loading) return <StillLoading connection={connection} filtered={filtered} />;
  if (filtered) {
    return (
      <Notice icon={<SearchRegular />} title={inboxText.noMatch} action={inboxText.noMatchAction}>
        <Button onClick={onClear}>{inboxFilterText.clear}</Button>
      </Notice>
    );
  }
  if (inbox.rows.length === 0) {
    return <Notice icon={<MailInboxRegular />} title={words.empty} action={words.emptyAction} />;
  }
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
  return <NoneWithStatus action={words.noneHereAction[status]} inbox={inbox} />;
}

interface StillLoadingProps {
  readonly connection: ConnectionState;
  /** Something is here already, and the filter shows none of it. */
  readonly filtered: boolean;
}

function StillLoading({ connection, filtered }: StillLoadingProps) {
  const [title, action] = loadingWords(connection, filtered);
  return <Notice icon={<MailInboxRegular />} title={title} action={action} />;
}

function loadingWords(connection: ConnectionState, filtered: boolean): readonly [string, string] {
  switch (connection.kind) {
    case 'luring':
      return [inboxText.fetchingOffline, inboxText.fetchingOfflineAction];
    // The server answered, and said why it tells no list: that is not a PC without network.
    case 'gangguan':
      return [connection.error.message, connection.error.action];
    case 'perlu_masuk':
      return [inboxText.fetchingSignIn, inboxText.fetchingSignInAction];
    case 'belum':
    case 'tersambung':
    case 'dicabut':
      return filtered
        ? [inboxText.noMatchYet, inboxText.noMatchYetAction]
        : [inboxText.fetching, inboxText.fetchingAction];
  }
}

interface NoneWithStatusProps {
  readonly action: string;
  readonly inbox: InboxStore;
}

function NoneWithStatus({ action, inbox }: NoneWithStatusProps) {
  return (
    <Notice icon={<MailInboxRegular />} title={inboxText.noneHere} action={action}>
      <Button onClick={() => inbox.setFilter({ statuses: ['belum_diperiksa'] })}>
        {inboxText.toUnchecked}
      </Button>
    </Notice>
  );
}
