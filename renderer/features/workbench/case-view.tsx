import { useMemo, useRef } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useStore } from 'zustand';
import { groupFields, type OpenCase } from '#renderer/features/workbench/case-fields.ts';
import { CaseDocuments } from '#renderer/features/workbench/case-documents.tsx';
import { CaseHeader } from '#renderer/features/workbench/case-header.tsx';
import { DecidePanel } from '#renderer/features/workbench/decide-panel.tsx';
import { FieldList } from '#renderer/features/workbench/field-list.tsx';
import { ReadOnlyPanel } from '#renderer/features/workbench/read-only-panel.tsx';
import type { ReasonListHandle } from '#renderer/features/workbench/reason-list.tsx';
import { useCaseKeys } from '#renderer/features/workbench/use-case-keys.ts';
import { useCaseNavigation } from '#renderer/features/workbench/use-case-navigation.ts';
import { useDecide } from '#renderer/features/workbench/use-decide.ts';
import { useFieldFocus } from '#renderer/features/workbench/use-field-focus.ts';
import { useJudging } from '#renderer/features/workbench/use-judging.ts';
import type { WorkbenchPorts } from '#renderer/features/workbench/workbench-ports.ts';
import { pointOut } from '#renderer/ui/parts/point-out.ts';
import type { ViewerCommands } from '#renderer/viewer/viewer-commands.ts';

const useStyles = makeStyles({
  root: {
    height: '100%',
    minHeight: 0,
    display: 'grid',
    gridTemplateColumns: 'clamp(560px, 43vw, 760px) minmax(0, 1fr)',
  },
  data: {
    display: 'flex',
    flexDirection: 'column',
    minHeight: 0,
    minWidth: 0,
    borderRight: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  documents: { minWidth: 0, minHeight: 0, backgroundColor: tokens.colorNeutralBackground3 },
});

interface CaseViewProps {
  readonly open: OpenCase;
  readonly ports: WorkbenchPorts;
}

/** One usul: its data and the decision on the left, its documents on the right. Give it a `key` per usul and version. */
export function CaseView({ open, ports }: CaseViewProps) {
  const styles = useStyles();
  const actions = useStore(ports.desk.currentCase);
  const groups = useMemo(() => groupFields(open.usul, open.findings), [open.usul, open.findings]);
  const names = useMemo(
    () => groups.flatMap((group) => group.fields.map((field) => field.spec.name)),
    [groups],
  );
  const firstOpen = names.find((name) => !(name in open.draft.verdicts)) ?? names[0] ?? null;
  const focus = useFieldFocus(names, firstOpen);
  const reasons = useRef<ReasonListHandle>(null);
  const note = useRef<HTMLTextAreaElement>(null);
  const outcome = useRef<HTMLFieldSetElement>(null);
  const viewer = useRef<ViewerCommands>(null);
  const panel = useRef<HTMLDivElement>(null);
  const places = useMemo(
    () => ({
      focusReasons: () => reasons.current?.focus(),
      focusNote: () => note.current?.focus(),
      focusOutcome: () => {
        outcome.current?.querySelector('button')?.focus();
        if (outcome.current) pointOut(outcome.current);
      },
      showUnseen: () => viewer.current?.showUnseen(),
    }),
    [],
  );
  const judging = useJudging(open, actions, focus, places);
  const decision = useDecide(ports, focus, places);
  const navigation = useCaseNavigation(open.usul.id, ports);
  useCaseKeys({ open, focus, judging, decision, navigation, viewer, panel, places });
  return (
    <div className={styles.root}>
      <div ref={panel} className={styles.data}>
        <CaseHeader usul={open.usul} navigation={navigation} />
        <FieldList open={open} groups={groups} focus={focus} onJudge={judging.judgeField} />
        {open.readOnlyBecause === null ? (
          <DecidePanel
            open={open}
            actions={actions}
            outcomeRef={outcome}
            reasonsRef={reasons}
            noteRef={note}
            saving={decision.saving}
            failure={decision.failure}
            onChoose={judging.choose}
            onSave={decision.save}
          />
        ) : (
          <ReadOnlyPanel because={open.readOnlyBecause} onNext={navigation.onNext} />
        )}
      </div>
      <div className={styles.documents}>
        <CaseDocuments open={open} ports={ports} viewerRef={viewer} />
      </div>
    </div>
  );
}
