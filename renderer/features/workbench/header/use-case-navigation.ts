import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { CaseNavigation } from '#renderer/features/workbench/header/navigation-bar.tsx';
import { neighbourOf } from '#renderer/features/workbench/queue/neighbour.ts';
import type { WorkbenchPorts } from '#renderer/features/workbench/workbench-ports.ts';
import { workbenchText } from '#renderer/features/workbench/text/workbench.ts';

/** The way to the usul before and after in the queue of the inbox. */
export function useCaseNavigation(usulId: string, ports: WorkbenchPorts): CaseNavigation {
  const queue = useStore(ports.desk.inbox, (inbox) => inbox.queue);
  return useMemo(() => {
    const go = (step: 1 | -1) => (): void => {
      const next = neighbourOf(queue, usulId, step);
      if (next === null)
        ports.announce(step === 1 ? workbenchText.noNext : workbenchText.noPrevious);
      else ports.onOpen(next);
    };
    return { onLeave: ports.onLeave, onPrevious: go(-1), onNext: go(1) };
  }, [queue, usulId, ports]);
}
