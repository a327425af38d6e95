import { useImperativeHandle, useMemo, useRef, useState, type Ref } from 'react';
import { makeStyles } from '@fluentui/react-components';
import { flushSync } from 'react-dom';
import type { EvidenceWork } from '#renderer/features/workbench/evidence/evidence-work.ts';
import type { ValueCorrection } from '#renderer/features/workbench/correction/use-value-correction.ts';
import type { CaseGroup } from '#renderer/features/workbench/record/case-fields.ts';
import { EarlierDecisions } from '#renderer/features/workbench/record/earlier-decisions.tsx';
import { FieldList } from '#renderer/features/workbench/record/field-list.tsx';
import { RevisionDeeds } from '#renderer/features/workbench/record/revision-deeds.tsx';
import { OtherRecords } from '#renderer/features/workbench/record/other-records.tsx';
import { makeTimeline } from '#renderer/features/workbench/record/timeline.ts';
import { ClosedThreads } from '#renderer/features/workbench/thread/closed-threads.tsx';
import type { FieldFocus } from '#renderer/features/workbench/use-field-focus.ts';
import type { OpenCase } from '#renderer/core/case/case-contract.ts';
import type { ShownThread } from '#renderer/core/threads/thread-contract.ts';
import type { DeletionReason } from '#shared/records/deletion/deletion-claim.ts';
import type { Verdict } from '#shared/workflow/decision.ts';
import { lineHeights } from '#renderer/ui/sizes.ts';

const useStyles = makeStyles({
  root: {
    position: 'relative',
    flex: '1 1 0',
    minHeight: 0,
    overflowY: 'auto',
    overflowX: 'clip',
    // The head of the list stays in view above what is scrolled to.
    scrollPaddingTop: `calc(${lineHeights.small} + 8px)`,
  },
});

/** What the keys reach of the record. */
export interface RecordSections {
  /** Goes to the person's other records and the earlier decisions. */
  showRecords(): void;
}

interface RecordPanelProps {
  readonly open: OpenCase;
  readonly groups: readonly CaseGroup[];
  readonly focus: FieldFocus;
  readonly evidence: EvidenceWork;
  readonly correction: ValueCorrection;
  readonly onJudge: (field: string, verdict: Verdict | null, seen?: string) => void;
  readonly onChooseReason: (reason: DeletionReason) => void;
  readonly sectionsRef: Ref<RecordSections>;
  /** Only what judging needs: what stands under the fields is folded. */
  readonly focusMode: boolean;
  /** Conversations that are over. */
  readonly threads: readonly ShownThread[];
}

/** The record: its fields to judge, the person's other records of the kind, earlier decisions. */
export function RecordPanel({ sectionsRef, focusMode, threads, ...list }: RecordPanelProps) {
  const styles = useStyles();
  const { usul } = list.open;
  const entries = useMemo(() => makeTimeline(usul), [usul]);
  const sections = useSections(focusMode);
  const heading = useRef<HTMLButtonElement>(null);
  const { show } = sections;
  useImperativeHandle(
    sectionsRef,
    () => ({
      showRecords: () => {
        flushSync(show);
        heading.current?.focus({ preventScroll: true });
        heading.current?.scrollIntoView({ block: 'start' });
      },
    }),
    [show],
  );
  return (
    <div className={styles.root} tabIndex={-1}>
      <RevisionDeeds usul={usul} />
      <FieldList {...list} />
      {!focusMode && <ClosedThreads threads={threads} />}
      <OtherRecords
        entries={entries}
        headingRef={heading}
        open={sections.records}
        onToggle={sections.toggleRecords}
      />
      <EarlierDecisions usul={usul} open={sections.earlier} onToggle={sections.toggleEarlier} />
    </div>
  );
}

/** Which sections are open: all, or none in focus mode, until the person says otherwise. */
function useSections(focusMode: boolean) {
  const [state, setState] = useState({ focusMode, records: !focusMode, earlier: !focusMode });
  if (state.focusMode !== focusMode) {
    setState({ focusMode, records: !focusMode, earlier: !focusMode });
  }
  return useMemo(
    () => ({
      records: state.records,
      earlier: state.earlier,
      show: () => setState((now) => ({ ...now, records: true, earlier: true })),
      toggleRecords: () => setState((now) => ({ ...now, records: !now.records })),
      toggleEarlier: () => setState((now) => ({ ...now, earlier: !now.earlier })),
    }),
    [state],
  );
}
