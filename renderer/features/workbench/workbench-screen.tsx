import { useEffect, useMemo, type ReactNode } from 'react';
import { Button, makeStyles } from '@fluentui/react-components';
import { DocumentSearchRegular } from '@fluentui/react-icons';
import { useStore, type StoreApi } from 'zustand';
import { CaseView } from '#renderer/features/workbench/case-view.tsx';
import { QueuePanel } from '#renderer/features/workbench/queue/queue-panel.tsx';
import { useCaseViews, type CaseViews } from '#renderer/features/workbench/use-case-views.ts';
import type { WorkbenchPorts } from '#renderer/features/workbench/workbench-ports.ts';
import { workbenchText } from '#renderer/features/workbench/text/workbench.ts';
import { sampledIn } from '#renderer/core/bulk/bulk-view.ts';
import type { CaseState, CaseStore } from '#renderer/core/case/case-contract.ts';
import type { ScreenProps } from '#renderer/frame/screen.tsx';
import { Notice } from '#renderer/ui/parts/notice.tsx';
import { Waiting } from '#renderer/ui/parts/waiting.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', height: '100%', minHeight: 0 },
  instead: { flex: '1 1 0', minWidth: 0 },
  // An usul opens within a blink: a spinner is only for the wait that is longer.
  waiting: {
    height: '100%',
    animationName: { from: { visibility: 'hidden' }, to: { visibility: 'hidden' } },
    animationDuration: '400ms',
  },
});

/** "Meja Periksa": the queue, the data of an usul and its documents. The queue stays from one usul to the next. */
export function WorkbenchScreen(props: ScreenProps<{ readonly usulId: string }>) {
  const styles = useStyles();
  const ports = usePorts(props, props.params.usulId);
  const current = useStore(ports.desk.currentCase, (store) => store.current);
  const views = useCaseViews(ports);
  return (
    <div className={styles.root}>
      {!views.focusMode && !views.full && (
        <QueuePanel
          ports={ports}
          usulId={usulIdOf(current)}
          open={views.queueOpen}
          onToggle={views.toggleQueue}
        />
      )}
      <CurrentCase current={current} ports={ports} views={views} />
      <OnDesk currentCase={ports.desk.currentCase} usulId={props.params.usulId} />
    </div>
  );
}

function usePorts(
  { desk, workers, policy, ways, announce }: ScreenProps,
  usulId: string,
): WorkbenchPorts {
  const { markFoundAllowed } = policy;
  const { toUsul, toInbox, toBulk } = ways;
  const isSample = useStore(desk.bulk, ({ batch }) => sampledIn(batch, usulId) !== null);
  const onLeave = isSample ? toBulk : toInbox;
  return useMemo(
    () => ({ desk, workers, markFoundAllowed, onOpen: toUsul, onLeave, announce }),
    [desk, workers, markFoundAllowed, toUsul, onLeave, announce],
  );
}

interface OnDeskProps {
  readonly currentCase: StoreApi<CaseStore>;
  readonly usulId: string;
}

/**
 * The usul of the address comes on the desk, and leaves it with the screen. Drawn last: the views before it still put
 * away on the desk what they know (pages seen, say) when they go.
 */
function OnDesk({ currentCase, usulId }: OnDeskProps) {
  useEffect(() => {
    // A failure to open is a state of the case store, shown here.
    void currentCase.getState().open(usulId);
  }, [currentCase, usulId]);
  useEffect(() => () => currentCase.getState().close(), [currentCase]);
  return null;
}

interface CurrentCaseProps {
  readonly current: CaseState;
  readonly ports: WorkbenchPorts;
  readonly views: CaseViews;
}

function CurrentCase({ current, ports, views }: CurrentCaseProps) {
  const styles = useStyles();
  const back = <Button onClick={ports.onLeave}>{workbenchText.toInbox}</Button>;
  const instead = (content: ReactNode) => <div className={styles.instead}>{content}</div>;
  switch (current.kind) {
    case 'tertutup':
    case 'memuat':
      return instead(
        <div className={styles.waiting}>
          <Waiting label={workbenchText.opening} tooLong={workbenchText.openSlow}>
            {back}
          </Waiting>
        </div>,
      );
    case 'tidak_ada':
      return instead(
        <Notice
          icon={<DocumentSearchRegular />}
          title={workbenchText.gone}
          action={workbenchText.goneAction}
        >
          {back}
        </Notice>,
      );
    case 'terbuka': {
      const { id, version } = current.usul;
      return <CaseView key={`${id}/${version}`} open={current} ports={ports} views={views} />;
    }
  }
}

function usulIdOf(current: CaseState): string {
  switch (current.kind) {
    case 'tertutup':
      return '';
    case 'memuat':
    case 'tidak_ada':
      return current.usulId;
    case 'terbuka':
      return current.usul.id;
  }
}
