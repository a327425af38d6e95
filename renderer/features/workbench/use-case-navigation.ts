import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { CaseNavigation } from '#renderer/features/workbench/case-header.tsx';
import { neighbourOf, placeInQueue } from '#renderer/features/workbench/neighbour.ts';
import type { WorkbenchPorts } from '#renderer/features/workbench/workbench-ports.ts';
import { formatCount } from '#renderer/ui/format/amounts.ts';
import { workbenchText } from '#renderer/ui/text/workbench.ts';

/** The way to the usul before and after in the queue of the inbox. */
export function useCaseNavigation(usulId: string, ports: WorkbenchPorts): CaseNavigation {
  const queue = useStore(ports.desk.inbox, (inbox) => inbox.queue);
  return useMemo(() => {
    const place = placeInQueue(queue, usulId);
    const go = (step: 1 | -1) => (): void => {
      const next = neighbourOf(queue, usulId, step);
      if (next === null)
        ports.announce(step === 1 ? workbenchText.noNext : workbenchText.noPrevious);
      else ports.onOpen(next);
    };
    return {
      place:
        place === null
          ? ''
          : workbenchText.place(formatCount(place + 1), formatCount(queue.length)),
      onLeave: ports.onLeave,
      onPrevious: go(-1),
      onNext: go(1),
    };
  }, [queue, usulId, ports]);
}
