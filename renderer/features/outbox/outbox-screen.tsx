import { useMemo, useState } from 'react';
import { Button, makeStyles, Text, Title3 } from '@fluentui/react-components';
import { SendRegular } from '@fluentui/react-icons';
import { useStore } from 'zustand';
import { countEntries, remedyOf } from '#renderer/features/outbox/outbox-entry.ts';
import { OutboxList } from '#renderer/features/outbox/outbox-list.tsx';
import type { ShownError } from '#renderer/state/shown-error.ts';
import type { Desk } from '#renderer/state/store-contracts.ts';
import { ErrorBar } from '#renderer/ui/parts/error-bar.tsx';
import { Notice } from '#renderer/ui/parts/notice.tsx';
import { useToday } from '#renderer/ui/parts/use-today.ts';
import { Waiting } from '#renderer/ui/parts/waiting.tsx';
import { appText } from '#renderer/ui/text/app.ts';
import { outboxText } from '#renderer/ui/text/outbox.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0 },
  head: { display: 'flex', alignItems: 'baseline', gap: '20px', padding: '10px 16px 8px' },
  title: { margin: 0 },
  failure: { padding: '0 16px 8px' },
});

interface OutboxScreenProps {
  readonly desk: Pick<Desk, 'outbox'>;
  readonly onOpen: (usulId: string) => void;
  readonly onInbox: () => void;
  /** Says what has become of the decision. */
  readonly announce: (sentence: string) => void;
}

/** "Antrean Kirim": every decision made on this PC and what has become of it. */
export function OutboxScreen({ desk, onOpen, onInbox, announce }: OutboxScreenProps) {
  const styles = useStyles();
  const outbox = useStore(desk.outbox);
  const { ready, entries } = outbox;
  const [failure, setFailure] = useState<ShownError | null>(null);
  const today = useToday();
  const counts = useMemo(() => countEntries(entries), [entries]);
  async function reopen(decisionId: string): Promise<void> {
    setFailure(null);
    const entry = entries.find(({ decision }) => decision.id === decisionId);
    const withdrawn = entry !== undefined && remedyOf(entry) === 'perbaiki';
    const result = await outbox.reopen(decisionId);
    if (!result.ok) return setFailure(result.error);
    if (withdrawn) announce(outboxText.withdrawn);
    onOpen(result.value.usulId);
  }
  async function letGo(decisionId: string): Promise<void> {
    const result = await outbox.letGo(decisionId);
    setFailure(result.ok ? null : result.error);
  }

  if (!ready) return <Waiting label={outboxText.loading} tooLong={appText.startSlow} />;
  return (
    <section className={styles.root} aria-label={outboxText.title}>
      <header className={styles.head}>
        <Title3 as="h1" className={styles.title}>
          {outboxText.title}
        </Title3>
        <Text>{outboxText.summary(counts.waiting, counts.refused, counts.sent)}</Text>
      </header>
      {failure && (
        <div className={styles.failure}>
          <ErrorBar message={failure.message} action={failure.action} />
        </div>
      )}
      {entries.length === 0 ? (
        <Notice icon={<SendRegular />} title={outboxText.empty} action={outboxText.emptyAction}>
          <Button onClick={onInbox}>{outboxText.openInbox}</Button>
        </Notice>
      ) : (
        <OutboxList
          entries={entries}
          today={today}
          onReopen={(decisionId) => void reopen(decisionId)}
          onLetGo={(decisionId) => void letGo(decisionId)}
        />
      )}
    </section>
  );
}
