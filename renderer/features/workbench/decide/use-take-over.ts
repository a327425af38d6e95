import { useCallback, useState } from 'react';
import type { WorkbenchPorts } from '#renderer/features/workbench/workbench-ports.ts';
import { assignmentText } from '#renderer/features/workbench/text/assignment.ts';
import type { OpenCase } from '#renderer/core/case/case-contract.ts';
import type { ShownError } from '#renderer/core/shown-error.ts';

/** Taking the usul on the desk over from the colleague who has it. */
export interface TakeOver {
  /** Whether a colleague has it, and that alone keeps it from being decided here. */
  readonly offered: boolean;
  readonly reason: string;
  readonly failure: ShownError | null;
  readonly write: (reason: string) => void;
  readonly run: () => void;
}

/** The reason as it is typed, and what became of it. */
export function useTakeOver(open: OpenCase, ports: WorkbenchPorts): TakeOver {
  const [reason, write] = useState('');
  const [failure, setFailure] = useState<ShownError | null>(null);
  const [running, setRunning] = useState(false);
  const run = useCallback(() => {
    if (running) return;
    setRunning(true);
    const take = async (): Promise<void> => {
      const taken = await ports.desk.currentCase.getState().takeOver(reason);
      setFailure(taken.ok ? null : taken.error);
      if (taken.ok) {
        write('');
        ports.announce(assignmentText.taken);
      }
      setRunning(false);
    };
    void take();
  }, [running, reason, ports]);
  const offered = open.colleagues !== null && open.decidedHere === null && !open.leftDesk;
  return { offered, reason, failure, write, run };
}
