import { useRef, useMemo, useCallback, useState } from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { RecordColumn } from '#renderer/features/workbench/record-column.tsx';
import { CaseDocuments } from '#renderer/features/workbench/document/case-documents.tsx';
import { FullDocumentBar } from '#renderer/features/workbench/document/full-document-bar.tsx';
import { useBatches } from '#renderer/features/workbench/header/use-batches.ts';
import { useCaseWork, type CaseWork } from '#renderer/features/workbench/use-case-work.ts';
import { useCaseKeys } from '#renderer/features/workbench/use-case-keys.ts';
import type { CaseViews } from '#renderer/features/workbench/use-case-views.ts';
import { useRecordWidth } from '#renderer/features/workbench/use-record-width.ts';
import type { WorkbenchPorts } from '#renderer/features/workbench/workbench-ports.ts';
import { workbenchText } from '#renderer/features/workbench/text/workbench.ts';
import { sampleRows } from '#renderer/core/bulk/bulk-view.ts';
import type { OpenCase } from '#renderer/core/case/case-contract.ts';
import { LiveRegion } from '#renderer/ui/parts/live-region.tsx';
import { Splitter } from '#renderer/ui/parts/splitter.tsx';
import { useStore } from 'zustand';
import type { CaseNavigation } from '#renderer/features/workbench/header/navigation-bar.tsx';
import { neighbourOf } from '#renderer/features/workbench/queue/neighbour.ts';
import { saidAgain } from '#renderer/ui/parts/said-again.ts';

const useStyles = makeStyles({
  root: {
    position: 'relative',
    flex: '1 1 0',
    minWidth: 0,
    height: '100%',
    minHeight: 0,
    display: 'grid',
    gridTemplateRows: 'minmax(0, 1fr)',
  },
  full: { gridTemplateRows: 'auto minmax(0, 1fr)' },
  bar: { gridColumn: '1 / -1', gridRow: 1, minWidth: 0 },
  record: { gridColumn: 1, gridRow: 1, minWidth: 0, minHeight: 0 },
  divider: { gridColumn: 2, gridRow: 1 },
  // Hidden, not taken away: what is scrolled and typed there stays as it is.
  hidden: { display: 'none' },
  documents: {
    gridColumn: 3,
    gridRow: -2,
    minWidth: 0,
    minHeight: 0,
    backgroundColor: tokens.colorNeutralBackground3,
  },
});

interface CaseViewProps {
  readonly open: OpenCase;
  readonly ports: WorkbenchPorts;
  readonly views: CaseViews;
}

/** One usul: its data and the decision on the left, its documents on the right. Give it a `key` per usul and version. */
export function CaseView({ open, ports, views }: CaseViewProps) {
  const styles = useStyles();
  const root = useRef<HTMLDivElement>(null);
  const [said, tell] = useTelling();
  const work = useCaseWork({ open, ports, views, tell });
  const navigation = useCaseNavigation(open.usul.id, ports);
  const batches = useBatches(open.usul, ports);
  const width = useRecordWidth(root, ports);
  useCaseKeys({
    readOnly: open.readOnlyBecause !== null,
    ...work,
    parts: work.parts,
    navigation,
    batches,
    views,
    root,
  });
  const columns = views.full ? '0 0 minmax(0, 1fr)' : width.columns;
  return (
    <div
      ref={root}
      className={mergeClasses(styles.root, views.full && styles.full)}
      style={{ gridTemplateColumns: columns }}
    >
      <LiveRegion sentence={said} />
      {views.full && <FullBar open={open} work={work} onBack={() => views.setFull(false)} />}
      <div className={mergeClasses(styles.record, views.full && styles.hidden)}>
        <RecordColumn open={open} ports={ports} work={work} {...{ navigation, batches, views }} />
      </div>
      <Splitter
        className={mergeClasses(styles.divider, views.full && styles.hidden)}
        label={workbenchText.divider}
        title={workbenchText.dividerHint}
        {...width}
      />
      <div className={styles.documents}>
        <CaseDocuments
          // What was shown while a colleague had the usul was looked at by nobody who decides: it is opened anew.
          key={open.colleagues ? 'rekan' : 'anda'}
          open={open}
          ports={ports}
          views={views}
          evidence={work.evidence}
          viewerRef={work.viewer}
        />
      </div>
    </div>
  );
}

interface FullBarProps {
  readonly open: OpenCase;
  readonly work: CaseWork;
  readonly onBack: () => void;
}

function FullBar({ open, work, onBack }: FullBarProps) {
  const styles = useStyles();
  return (
    <div className={styles.bar}>
      <FullDocumentBar
        open={open}
        focus={work.focus}
        judging={work.judging}
        evidence={work.evidence}
        onBack={onBack}
      />
    </div>
  );
}

/** The way to the usul before and after in the queue of the inbox, or in the sample that it is one of. */
function useCaseNavigation(usulId: string, ports: WorkbenchPorts): CaseNavigation {
  const { rows, queue: whole } = useStore(ports.desk.inbox);
  const batch = useStore(ports.desk.bulk, (bulk) => bulk.batch);
  const queue = useMemo(
    () => sampleRows(batch, rows, usulId) ?? whole,
    [batch, rows, usulId, whole],
  );
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

/** The sentence said last and the way to say one. */
function useTelling(): readonly [string, (sentence: string) => void] {
  const [said, setSaid] = useState('');
  const tell = useCallback((sentence: string) => {
    setSaid((before) => saidAgain(before, sentence));
  }, []);
  return [said, tell];
}
