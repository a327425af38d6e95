import { useMemo } from 'react';
import { useStore } from 'zustand';
import { batchesOf, type Batch } from '#renderer/features/workbench/header/batches.ts';
import type { WorkbenchPorts } from '#renderer/features/workbench/workbench-ports.ts';
import { workbenchText } from '#renderer/features/workbench/text/workbench.ts';
import { formatCount } from '#renderer/ui/format/amounts.ts';
import type { Usul } from '#shared/records/usul.ts';

/** The batches of the usul on the desk, and the way in and out of them; the usul itself stays on the desk. */
export interface Batches {
  readonly person: Batch;
  readonly type: Batch;
  /** Whether the list is whole: before that nothing is counted. */
  readonly whole: boolean;
  readonly toggle: (kind: Batch['kind']) => void;
}

/** Batches over the filter of the inbox: what the queue holds, here and there. */
export function useBatches(usul: Usul, ports: WorkbenchPorts): Batches {
  const { inbox } = ports.desk;
  const rows = useStore(inbox, (store) => store.rows);
  const filter = useStore(inbox, (store) => store.filter);
  const whole = useStore(inbox, (store) => store.loading === null);
  const batches = useMemo(() => batchesOf(usul, rows, filter), [usul, rows, filter]);
  return useMemo(
    () => ({
      ...batches,
      whole,
      toggle: (kind) => {
        const { label, active, change } = batches[kind];
        inbox.getState().setFilter(change);
        const count = formatCount(inbox.getState().queue.length);
        ports.announce(
          active ? workbenchText.batchOff(count) : workbenchText.batchOn(label, count),
        );
      },
    }),
    [batches, whole, inbox, ports],
  );
}
