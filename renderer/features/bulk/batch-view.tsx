import { useMemo } from 'react';
import { Button, makeStyles, Text } from '@fluentui/react-components';
import { BatchCounts } from '#renderer/features/bulk/batch-counts.tsx';
import { BatchList } from '#renderer/features/bulk/batch-list.tsx';
import { BulkBar } from '#renderer/features/bulk/bulk-bar.tsx';
import { bulkKeys } from '#renderer/features/bulk/keys.ts';
import { bulkText } from '#renderer/features/bulk/texts.ts';
import { useProceed } from '#renderer/features/bulk/use-proceed.ts';
import { restOf, sampleOf } from '#renderer/core/bulk/bulk-view.ts';
import type { BulkStore } from '#renderer/core/bulk/bulk-contract.ts';
import { shownKey } from '#renderer/ui/keys/key-group.ts';
import type { ToldBatch } from '#shared/contract/bulk.ts';

const useStyles = makeStyles({ end: { marginLeft: 'auto', display: 'flex', gap: '6px' } });

interface BatchProps {
  readonly batch: ToldBatch;
  readonly decided: BulkStore['decided'];
  readonly onOpen: (usulId: string) => void;
}

interface OpenBatchProps extends BatchProps {
  readonly onGiveUp: () => void;
}

const proceedHint = (words: string): string => `${words} (${shownKey(bulkKeys, 'proceed')})`;

/** The sample of a batch, to be looked at one by one. */
export function SampleView({ batch, decided, onOpen, onGiveUp }: OpenBatchProps) {
  const styles = useStyles();
  const { items, done, next } = useMemo(() => sampleOf(batch, decided), [batch, decided]);
  const open = () => next !== null && onOpen(next);
  useProceed(open);
  return (
    <>
      <BulkBar>
        <Text weight="semibold" data-testid="sampel">
          {bulkText.sample(done, items.length)}
        </Text>
        <Text>{bulkText.sampleAction}</Text>
        <span className={styles.end}>
          <Button title={bulkText.giveUpHint} onClick={onGiveUp}>
            {bulkText.giveUp}
          </Button>
          <Button appearance="primary" title={proceedHint(bulkText.openNext)} onClick={open}>
            {bulkText.openNext}
          </Button>
        </span>
      </BulkBar>
      <BatchList items={items} state={batch.state} decided={decided} onOpen={onOpen} />
    </>
  );
}

interface ConfirmViewProps extends OpenBatchProps {
  readonly onConfirm: () => void;
}

/** The one confirmation: what is in it, and what the sample says of it. */
export function ConfirmView({ batch, decided, onOpen, onGiveUp, onConfirm }: ConfirmViewProps) {
  const styles = useStyles();
  const rest = useMemo(() => restOf(batch), [batch]);
  const sample = sampleOf(batch, decided).items.length;
  useProceed(onConfirm);
  return (
    <>
      <BulkBar>
        <Text weight="semibold">{bulkText.rest(rest.length)}</Text>
        <Text>{bulkText.confidence(sample)}</Text>
        <span className={styles.end}>
          <Button title={bulkText.giveUpHint} onClick={onGiveUp}>
            {bulkText.giveUp}
          </Button>
          <Button
            appearance="primary"
            title={proceedHint(bulkText.confirm(rest.length))}
            onClick={onConfirm}
          >
            {bulkText.confirm(rest.length)}
          </Button>
        </span>
      </BulkBar>
      <BatchCounts items={rest} />
      <BatchList items={rest} state={batch.state} decided={decided} onOpen={onOpen} />
    </>
  );
}

interface ResultViewProps extends BatchProps {
  readonly onAgain: () => void;
}

/** What became of a batch that has ended: first what was not approved, and why. */
export function ResultView({ batch, decided, onOpen, onAgain }: ResultViewProps) {
  const styles = useStyles();
  const items = useMemo(() => troublesFirst(batch), [batch]);
  const approved = items.filter(({ fate }) => fate === 'disetujui').length;
  const stopped = batch.state === 'berhenti';
  useProceed(onAgain);
  return (
    <>
      <BulkBar>
        <Text weight="semibold" data-testid="hasil-massal">
          {stopped
            ? bulkText.results.berhenti
            : bulkText.results.disahkan(approved, items.length - approved)}
        </Text>
        {stopped && <Text>{bulkText.results.berhentiAction}</Text>}
        <span className={styles.end}>
          <Button appearance="primary" title={proceedHint(bulkText.again)} onClick={onAgain}>
            {bulkText.again}
          </Button>
        </span>
      </BulkBar>
      <BatchList items={items} state={batch.state} decided={decided} onOpen={onOpen} />
    </>
  );
}

const order = ['kesalahan', 'ditolak', 'hilang', 'menunggu', 'disetujui'] as const;

function troublesFirst({ items }: ToldBatch): ToldBatch['items'] {
  return items.toSorted((a, b) => order.indexOf(a.fate) - order.indexOf(b.fate));
}
