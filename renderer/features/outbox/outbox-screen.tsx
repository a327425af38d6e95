import { useCallback, useMemo, useRef, useState } from 'react';
import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useStore } from 'zustand';
import { EmptyOutbox } from '#renderer/features/outbox/empty-outbox.tsx';
import { HandoverButtons } from '#renderer/features/outbox/handover-buttons.tsx';
import { OutboxBar } from '#renderer/features/outbox/outbox-bar.tsx';
import { countEntries } from '#renderer/features/outbox/outbox-entry.ts';
import { OutboxList } from '#renderer/features/outbox/outbox-list.tsx';
import { RefusedOthers } from '#renderer/features/outbox/refused-others.tsx';
import { viewEntries, type OutboxFilter } from '#renderer/features/outbox/outbox-view.ts';
import { useHandover, type HandoverActions } from '#renderer/features/outbox/use-handover.ts';
import { useRemedies } from '#renderer/features/outbox/use-remedies.ts';
import { outboxText } from '#renderer/features/outbox/texts.ts';
import { listKeys } from '#renderer/frame/list-keys.ts';
import type { ShownError } from '#renderer/core/shown-error.ts';
import type { ScreenProps } from '#renderer/frame/screen.tsx';
import { sharedText } from '#renderer/frame/shared-text.ts';
import { useKeys } from '#renderer/ui/keys/use-keys.ts';
import type { DataTableHandle } from '#renderer/ui/parts/data-table/data-table.tsx';
import { ErrorBar } from '#renderer/ui/parts/error-bar.tsx';
import { focusMain } from '#renderer/ui/parts/focus-main.ts';
import { useToday } from '#renderer/ui/parts/use-today.ts';
import { Waiting } from '#renderer/ui/parts/waiting.tsx';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0 },
  head: {
    flexShrink: 0,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    columnGap: '20px',
    padding: '8px 16px 4px',
  },
  title: {
    margin: 0,
    fontSize: textSizes.title,
    lineHeight: lineHeights.title,
    fontWeight: tokens.fontWeightSemibold,
  },
  troubles: {
    flexShrink: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    padding: '0 16px 8px',
  },
});

/** "Antrean Kirim": every decision made on this PC and what has become of it. */
export function OutboxScreen({ desk, ways, announce }: ScreenProps) {
  const styles = useStyles();
  const { ready, entries, unreadable } = useStore(desk.outbox);
  const { filter, setFilter, search, setSearch, showAll } = useOutboxQuery();
  const today = useToday();
  const searchInput = useRef<HTMLInputElement>(null);
  const list = useRef<DataTableHandle>(null);
  const toList = useCallback(() => list.current?.focus(), []);
  const { failure, reopen, letGo } = useRemedies({
    outbox: desk.outbox,
    onOpen: ways.toUsul,
    announce,
    onLetGo: toList,
  });
  const handover = useHandover({ handover: desk.handover, announce });
  const shown = useMemo(() => viewEntries(entries, filter, search), [entries, filter, search]);
  useKeys([listKeys], { openSearch: () => searchInput.current?.select() });

  if (!ready) return <Waiting label={outboxText.loading} tooLong={sharedText.startSlow} />;
  return (
    <section className={styles.root} aria-label={outboxText.title}>
      <Head entries={entries} handover={handover} />
      <Troubles unreadable={unreadable} failure={failure ?? handover.trouble} />
      <RefusedOthers desk={desk} announce={announce} onNothingLeft={focusMain} />
      {entries.length > 0 && (
        <OutboxBar
          entries={entries}
          filter={filter}
          onFilter={setFilter}
          search={search}
          onSearch={setSearch}
          searchRef={searchInput}
          onToList={toList}
        />
      )}
      {shown.length === 0 ? (
        <EmptyOutbox
          nothingDecided={entries.length === 0}
          filter={filter}
          search={search}
          onShowAll={showAll}
          onInbox={ways.toInbox}
        />
      ) : (
        <OutboxList
          entries={shown}
          today={today}
          resetOn={`${filter} ${search}`}
          onReopen={reopen}
          onCompare={ways.toReturned}
          onLetGo={letGo}
          ref={list}
        />
      )}
    </section>
  );
}

/** Which decisions are asked for. */
function useOutboxQuery() {
  const [filter, setFilter] = useState<OutboxFilter>('semua');
  const [search, setSearch] = useState('');

  function showAll(): void {
    setFilter('semua');
    setSearch('');
  }

  return { filter, setFilter, search, setSearch, showAll };
}

interface HeadProps {
  readonly entries: Parameters<typeof countEntries>[0];
  readonly handover: HandoverActions;
}

function Head({ entries, handover }: HeadProps) {
  const styles = useStyles();
  const counts = useMemo(() => countEntries(entries), [entries]);
  return (
    <header className={styles.head}>
      <h1 className={styles.title}>{outboxText.title}</h1>
      <Text>{outboxText.summary(counts.waiting, counts.refused, counts.sent)}</Text>
      <HandoverButtons
        waiting={counts.waiting}
        busy={handover.busy}
        exportUnsent={handover.exportUnsent}
        passOn={handover.passOn}
      />
    </header>
  );
}

interface TroublesProps {
  readonly unreadable: number;
  readonly failure: ShownError | null;
}

function Troubles({ unreadable, failure }: TroublesProps) {
  const styles = useStyles();
  if (unreadable === 0 && failure === null) return null;
  return (
    <div className={styles.troubles}>
      {unreadable > 0 && (
        <ErrorBar
          message={outboxText.unreadable(unreadable)}
          action={outboxText.unreadableAction}
        />
      )}
      {failure && <ErrorBar message={failure.message} action={failure.action} />}
    </div>
  );
}
