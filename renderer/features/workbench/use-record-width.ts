import { useState, type RefObject } from 'react';
import { useStore } from 'zustand';
import type { WorkbenchPorts } from '#renderer/features/workbench/workbench-ports.ts';
import { defaultPreferences } from '#renderer/core/preferences/preferences.ts';
import { splitterWidth } from '#renderer/ui/parts/splitter.tsx';
import { useWidth } from '#renderer/ui/parts/use-width.ts';

/** The least that record and document need, in pixels. */
export const leastWidths = { record: 400, document: 420 } as const;

/** The line between record and document. */
export interface RecordWidth {
  /** The three columns: record, splitter, document. */
  readonly columns: string;
  readonly share: number;
  readonly min: number;
  readonly max: number;
  readonly usual: number;
  readonly onShare: (share: number) => void;
  readonly onRest: (share: number) => void;
}

// By CSS alone the first frame already has the right widths.
const measured = { atFirst: 1300, afterFirstPaint: true } as const;

/** The record's share of the width as the person left it, within what both sides need. */
export function useRecordWidth(
  root: RefObject<HTMLElement | null>,
  ports: WorkbenchPorts,
): RecordWidth {
  const { preferences } = ports.desk;
  const kept = useStore(preferences, (store) => store.preferences.recordShare);
  const [dragged, setDragged] = useState<number | null>(null);
  const room = Math.max(1, useWidth(root, measured) - splitterWidth);
  const wanted = dragged ?? kept;
  const min = Math.min(1, leastWidths.record / room);
  const max = Math.max(min, 1 - leastWidths.document / room);
  const whole = `(100% - ${splitterWidth}px)`;
  return {
    columns: `clamp(${leastWidths.record}px, ${whole} * ${wanted}, ${whole} - ${leastWidths.document}px) ${splitterWidth}px minmax(0, 1fr)`,
    share: Math.min(max, Math.max(min, wanted)),
    min,
    max,
    usual: defaultPreferences.recordShare,
    onShare: setDragged,
    onRest: (share) => {
      setDragged(null);
      preferences.getState().change({ recordShare: share });
    },
  };
}
