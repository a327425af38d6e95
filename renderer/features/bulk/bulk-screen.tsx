import { useCallback, useEffect, useState } from 'react';
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { CloudArrowUpRegular } from '@fluentui/react-icons';
import { useStore } from 'zustand';
import { ConfirmView, ResultView, SampleView } from '#renderer/features/bulk/batch-view.tsx';
import { SelectionView } from '#renderer/features/bulk/selection-view.tsx';
import { bulkText } from '#renderer/features/bulk/texts.ts';
import { itemOf } from '#renderer/core/bulk/bulk-store.ts';
import { phaseOf, type BulkPhase } from '#renderer/core/bulk/bulk-view.ts';
import type { InboxRow } from '#renderer/core/inbox/inbox-contract.ts';
import type { ShownError } from '#renderer/core/shown-error.ts';
import type { ScreenProps } from '#renderer/frame/screen.tsx';
import { ErrorBar } from '#renderer/ui/parts/error-bar.tsx';
import { Notice } from '#renderer/ui/parts/notice.tsx';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';
import type { Result } from '#shared/kernel/result.ts';

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
  refresh: { marginLeft: 'auto' },
  troubles: {
    flexShrink: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    padding: '0 16px 8px',
  },
});

/** "Setujui Massal": selection, sample, confirmation and results, one after another. */
export function BulkScreen(props: ScreenProps) {
  const styles = useStyles();
  const { desk } = props;
  const bulk = useStore(desk.bulk);
  const [seen, setSeen] = useState<string | null>(null);
  const { failure, act } = useActs(props);
  const phase = phaseOf(bulk, seen);
  useEffect(() => void desk.bulk.getState().ask(), [desk.bulk]);
  return (
    <section className={styles.root} aria-label={bulkText.title}>
      <header className={styles.head}>
        <h1 className={styles.title}>{bulkText.title}</h1>
        <Text weight="semibold">{bulkText.phases[phase]}</Text>
        <Text>{bulkText.policy(bulk.policy)}</Text>
        <Button
          size="small"
          appearance="subtle"
          className={styles.refresh}
          disabledFocusable={bulk.asking}
          onClick={() => void bulk.ask()}
        >
          {bulkText.refresh}
        </Button>
      </header>
      <Troubles {...bulk} failure={failure} />
      <Phase {...props} {...{ phase, act }} onSeen={() => setSeen(bulk.batch?.id ?? null)} />
    </section>
  );
}

interface PhaseProps extends ScreenProps {
  readonly phase: BulkPhase;
  readonly act: Act;
  readonly onSeen: () => void;
}

function Phase({ desk, ways, phase, act, onSeen }: PhaseProps) {
  const bulk = useStore(desk.bulk);
  const { batch, decided } = bulk;
  const select = useCallback(
    (rows: readonly InboxRow[]) =>
      act(desk.bulk.getState().select(rows.map(itemOf)), bulkText.selectedAnnounced),
    [act, desk.bulk],
  );
  const onGiveUp = () => act(bulk.giveUp(), bulkText.givenUp);
  const about = batch && { batch, decided, onOpen: ways.toUsul };
  switch (phase) {
    case 'pilih':
      return <SelectionView desk={desk} onSelect={select} onInbox={ways.toInbox} />;
    case 'dikirim':
      return <Sending title={bulkText.sending} action={bulkText.sendingAction} />;
    case 'disahkan':
      return <Sending title={bulkText.confirming} action={bulkText.confirmingAction} />;
    case 'sampel':
      return about && <SampleView {...about} onGiveUp={onGiveUp} />;
    case 'sahkan': {
      const onConfirm = () => act(bulk.confirm(), bulkText.confirmAnnounced);
      return about && <ConfirmView {...about} onGiveUp={onGiveUp} onConfirm={onConfirm} />;
    }
    case 'hasil':
      return about && <ResultView {...about} onAgain={onSeen} />;
  }
}

function Sending({ title, action }: { readonly title: string; readonly action: string }) {
  return <Notice icon={<CloudArrowUpRegular />} title={title} action={action} />;
}

interface TroublesProps {
  readonly refused: { readonly error: ShownError } | null;
  readonly trouble: ShownError | null;
  readonly failure: ShownError | null;
  readonly letGo: () => Promise<void>;
}

function Troubles({ refused, trouble, failure, letGo }: TroublesProps) {
  const styles = useStyles();
  if (!refused && !trouble && !failure) return null;
  return (
    <div className={styles.troubles}>
      {failure && <ErrorBar message={failure.message} action={failure.action} />}
      {refused && (
        <>
          <ErrorBar message={refused.error.message} action={refused.error.action} />
          <div>
            <Button size="small" onClick={() => void letGo()}>
              {bulkText.understood}
            </Button>
          </div>
        </>
      )}
      {trouble && <ErrorBar intent="warning" message={trouble.message} action={trouble.action} />}
    </div>
  );
}

type Act = (done: Promise<Result<void, ShownError>>, said: string) => void;

/** Does something and says so, or shows why it was not done. */
function useActs({ announce }: Pick<ScreenProps, 'announce'>): {
  readonly failure: ShownError | null;
  readonly act: Act;
} {
  const [failure, setFailure] = useState<ShownError | null>(null);
  const act = useCallback<Act>(
    (done, said) => {
      const show = async (): Promise<void> => {
        const result = await done;
        setFailure(result.ok ? null : result.error);
        if (result.ok) announce(said);
      };
      void show();
    },
    [announce],
  );
  return { failure, act };
}
