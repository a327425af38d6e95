import { useMemo } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useStore } from 'zustand';
import { groupFields } from '#renderer/features/workbench/record/case-fields.ts';
import { AnswerPanel } from '#renderer/features/workbench/decide/answer-panel.tsx';
import { DecidePanel } from '#renderer/features/workbench/decide/decide-panel.tsx';
import { PanelCover } from '#renderer/features/workbench/decide/panel-cover.tsx';
import { ReadOnlyPanel } from '#renderer/features/workbench/decide/read-only-panel.tsx';
import { TakeOverPanel } from '#renderer/features/workbench/decide/take-over-panel.tsx';
import { RecordPanel } from '#renderer/features/workbench/record/record-panel.tsx';
import { AssignmentNote } from '#renderer/features/workbench/header/assignment-note.tsx';
import { ThreadPanel } from '#renderer/features/workbench/thread/thread-panel.tsx';
import { CaseHeader } from '#renderer/features/workbench/header/case-header.tsx';
import type { CaseNavigation } from '#renderer/features/workbench/header/navigation-bar.tsx';
import { SampleText } from '#renderer/features/workbench/header/sample-text.tsx';
import type { Batches } from '#renderer/features/workbench/header/use-batches.ts';
import type { CaseViews } from '#renderer/features/workbench/use-case-views.ts';
import type { CaseWork } from '#renderer/features/workbench/use-case-work.ts';
import type { WorkbenchPorts } from '#renderer/features/workbench/workbench-ports.ts';
import type { OpenCase } from '#renderer/core/case/case-contract.ts';

const useStyles = makeStyles({
  root: {
    height: '100%',
    minHeight: 0,
    minWidth: 0,
    display: 'flex',
    flexDirection: 'column',
    backgroundColor: tokens.colorNeutralBackground1,
    // What stands in it arranges itself by its width, not by that of the window.
    containerType: 'inline-size',
  },
  abovePanel: {
    position: 'relative',
    flex: '1 1 0',
    minHeight: 0,
    display: 'flex',
    flexDirection: 'column',
  },
});

interface RecordColumnProps {
  readonly open: OpenCase;
  readonly ports: WorkbenchPorts;
  readonly work: CaseWork;
  readonly navigation: CaseNavigation;
  readonly batches: Batches;
  readonly views: CaseViews;
}

/** The record and the decision on it. */
export function RecordColumn(props: RecordColumnProps) {
  const styles = useStyles();
  const { open, ports, work, navigation } = props;
  const actions = useStore(ports.desk.currentCase);
  const outcomeKeys = useStore(ports.desk.preferences, (store) => store.preferences.outcomeKeys);
  const { focus, judging, decision, parts, thread } = work;
  // While the decision is stored its panel stays, although the usul is decided already: nothing flickers.
  const deciding = open.readOnlyBecause === null || decision.saving;
  // What was decided here, or that the usul left, is said instead.
  const offersTakeOver = !deciding && work.takeOver.offered;
  const converses =
    !deciding &&
    !offersTakeOver &&
    thread.open !== null &&
    open.decidedHere === null &&
    !open.leftDesk;
  const onBack = (): void => {
    if (focus.active !== null) focus.focus(focus.active);
  };
  const shared = { open, actions, parts, decision };
  return (
    <div className={styles.root}>
      <div className={styles.abovePanel}>
        <RecordAbovePanel {...props} />
        {deciding && <PanelCover {...shared} onBack={onBack} />}
      </div>
      {deciding && open.task === 'answer' && <AnswerPanel {...shared} thread={thread} />}
      {deciding && open.task !== 'answer' && (
        <DecidePanel
          {...shared}
          outcomeKeys={outcomeKeys}
          onJudgeAll={judging.judgeAll}
          found={work.evidence.found.length}
          onJudgeFound={work.evidence.judgeFound}
          onChoose={judging.choose}
          onAcknowledge={judging.acknowledge}
        />
      )}
      {offersTakeOver && open.colleagues && (
        <TakeOverPanel
          colleagues={open.colleagues}
          takeOver={work.takeOver}
          inputRef={parts.note}
          onNext={navigation.onNext}
        />
      )}
      {!deciding && !offersTakeOver && !converses && (
        <ReadOnlyPanel open={open} ports={ports} onNext={navigation.onNext} onTakenBack={onBack} />
      )}
      {converses && thread.open && (
        <ThreadPanel
          thread={thread}
          open={thread.open}
          because={open.readOnlyBecause}
          parts={parts}
          onNext={navigation.onNext}
        />
      )}
    </div>
  );
}

/** Who proposes it, and what. */
function RecordAbovePanel(props: RecordColumnProps) {
  const { open, ports, work, navigation, batches, views } = props;
  const groups = useMemo(
    () => groupFields(open.judged, open.findings, open.usul),
    [open.judged, open.findings, open.usul],
  );
  return (
    <>
      <CaseHeader
        usul={open.usul}
        sample={<SampleText usulId={open.usul.id} bulk={ports.desk.bulk} />}
        navigation={navigation}
        batches={batches}
        views={views}
        onCopyNip={work.onCopyNip}
        onRecords={work.onRecords}
      />
      <AssignmentNote assignment={open.usul.assignment} />
      <RecordPanel
        open={open}
        groups={groups}
        focus={work.focus}
        evidence={work.evidence}
        correction={work.correction}
        onJudge={work.judging.judgeField}
        onChooseReason={work.judging.chooseDeletionReason}
        sectionsRef={work.records}
        focusMode={views.focusMode}
        threads={work.thread.closed}
      />
    </>
  );
}
