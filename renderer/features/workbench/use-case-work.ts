import { useCallback, useEffect, useMemo, useRef, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import { useStore } from 'zustand';
import { useDecide, type Decide } from '#renderer/features/workbench/decide/use-decide.ts';
import { useTakeOver, type TakeOver } from '#renderer/features/workbench/decide/use-take-over.ts';
import { useJudging, type Judging } from '#renderer/features/workbench/decide/use-judging.ts';
import {
  usePanelPlaces,
  type PanelParts,
} from '#renderer/features/workbench/decide/use-panel-places.ts';
import { useThread, type ThreadWork } from '#renderer/features/workbench/thread/use-thread.ts';
import {
  useValueCorrection,
  type ValueCorrection,
} from '#renderer/features/workbench/correction/use-value-correction.ts';
import { copyText } from '#renderer/ui/copy-text.ts';
import type { EvidenceWork } from '#renderer/features/workbench/evidence/evidence-work.ts';
import { useCaseEvidence } from '#renderer/features/workbench/evidence/use-case-evidence.ts';
import type { RecordSections } from '#renderer/features/workbench/record/record-panel.tsx';
import type { CaseViews } from '#renderer/features/workbench/use-case-views.ts';
import { useFieldFocus, type FieldFocus } from '#renderer/features/workbench/use-field-focus.ts';
import type { WorkbenchPorts } from '#renderer/features/workbench/workbench-ports.ts';
import { workbenchText } from '#renderer/features/workbench/text/workbench.ts';
import type { OpenCase } from '#renderer/core/case/case-contract.ts';
import { fieldsToJudge } from '#shared/records/judged-fields.ts';
import type { ViewerCommands } from '#renderer/viewer/viewer-commands.ts';

/** The open usul as its screen works with it. */
export interface CaseWork {
  readonly focus: FieldFocus;
  readonly parts: PanelParts;
  readonly judging: Judging;
  readonly decision: Decide;
  readonly takeOver: TakeOver;
  readonly evidence: EvidenceWork;
  readonly thread: ThreadWork;
  readonly correction: ValueCorrection;
  readonly viewer: RefObject<ViewerCommands | null>;
  readonly records: RefObject<RecordSections | null>;
  readonly onCopyNip: () => void;
  readonly onRecords: () => void;
}

interface CaseWorkTargets {
  readonly open: OpenCase;
  readonly ports: WorkbenchPorts;
  readonly views: CaseViews;
  readonly tell: (sentence: string) => void;
}

/** Puts together what acts on the open usul: the active field, the panel, judging and saving. */
export function useCaseWork({ open, ports, views, tell }: CaseWorkTargets): CaseWork {
  const actions = useStore(ports.desk.currentCase);
  const viewer = useRef<ViewerCommands>(null);
  const focus = useFocusAtPlace(open, ports);
  useFocusAfterFull(views.full, focus);
  const { full, setFull } = views;
  const reveal = useCallback(() => {
    if (full) flushSync(() => setFull(false));
  }, [full, setFull]);
  const parts = usePanelPlaces(viewer, reveal);
  const judging = useJudging({
    open,
    actions,
    focus,
    panel: parts,
    tell,
    announce: ports.announce,
  });
  const decision = useDecide(ports, focus, parts.places);
  const takeOver = useTakeOver(open, ports);
  const evidence = useCaseEvidence({ open, ports, focus, viewer, tell });
  const thread = useThread(open, ports);
  const correction = useValueCorrection({
    open,
    actions,
    focus,
    fields: evidence.fields,
    reveal,
    tell,
    announce: ports.announce,
  });
  const { nip } = open.usul.employee;
  const onCopyNip = useCallback(() => {
    void copyText(nip).then((done) =>
      ports.announce(done ? workbenchText.nipCopied : workbenchText.nipNotCopied),
    );
  }, [nip, ports]);
  const records = useRef<RecordSections>(null);
  const onRecords = useCallback(() => {
    reveal();
    records.current?.showRecords();
  }, [reveal]);
  const acts = { judging, decision, takeOver, thread, correction, onCopyNip, onRecords };
  return { focus, parts, evidence, viewer, records, ...acts };
}

/** The active field: where the person left the usul, else the first without a verdict; its place is kept. */
function useFocusAtPlace(open: OpenCase, ports: WorkbenchPorts): FieldFocus {
  const { usul, draft } = open;
  const names = useMemo(() => fieldsToJudge(usul).map((field) => field.name), [usul]);
  const left = draft.place?.field ?? null;
  const firstOpen = names.find((name) => !(name in draft.verdicts)) ?? names[0] ?? null;
  const focus = useFieldFocus(names, left !== null && names.includes(left) ? left : firstOpen);
  const kept = useRef(focus.active);
  useEffect(() => {
    if (focus.active === kept.current) return;
    kept.current = focus.active;
    ports.desk.currentCase.getState().keepPlace({ field: focus.active });
  }, [focus.active, ports]);
  return focus;
}

/** The field gets the focus again when its row comes back, or when the bar takes its place. */
function useFocusAfterFull(full: boolean, focus: FieldFocus): void {
  const before = useRef(full);
  useEffect(() => {
    if (before.current === full) return;
    before.current = full;
    if (focus.active !== null) focus.focus(focus.active);
  }, [full, focus]);
}
