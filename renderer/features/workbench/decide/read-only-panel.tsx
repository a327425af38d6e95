import { useState } from 'react';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Info16Regular } from '@fluentui/react-icons';
import { caseKeys } from '#renderer/features/workbench/keys.ts';
import type { WorkbenchPorts } from '#renderer/features/workbench/workbench-ports.ts';
import { workbenchText } from '#renderer/features/workbench/text/workbench.ts';
import type { OpenCase } from '#renderer/core/case/case-contract.ts';
import type { ShownError } from '#renderer/core/shown-error.ts';
import { sharedText } from '#renderer/frame/shared-text.ts';
import { formatMoment } from '#renderer/ui/format/dates.ts';
import { shownKey } from '#renderer/ui/keys/key-group.ts';
import { ErrorBar } from '#renderer/ui/parts/error-bar.tsx';
import { useToday } from '#renderer/ui/parts/use-today.ts';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';
import { outcomeLabelsAt } from '#shared/workflow/workflow-labels.ts';
import { deletionReasonField } from '#shared/records/deletion/deletion-claim.ts';
import { toldWarnings } from '#shared/records/open-warning.ts';
import { showField } from '#shared/records/value-text.ts';
import { documentLabels, warningLabel } from '#shared/records/warning-labels.ts';
import { findReason } from '#shared/workflow/reasons.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';

type OutboxEntry = NonNullable<OpenCase['decidedHere']>;

const useStyles = makeStyles({
  root: {
    flexShrink: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    padding: '8px 12px',
    maxHeight: '45%',
    overflowY: 'auto',
    fontSize: textSizes.body,
    lineHeight: lineHeights.body,
    backgroundColor: tokens.colorNeutralBackground2,
    borderTop: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  title: { margin: 0, fontSize: 'inherit', fontWeight: tokens.fontWeightSemibold },
  because: { display: 'flex', gap: '6px', alignItems: 'flex-start' },
  icon: { flexShrink: 0, paddingTop: '2px' },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    gap: '1px 10px',
    margin: 0,
    fontSize: textSizes.dense,
    lineHeight: lineHeights.dense,
  },
  term: { color: tokens.colorNeutralForeground2 },
  detail: { margin: 0, overflowWrap: 'anywhere' },
  actions: { display: 'flex', justifyContent: 'flex-end', gap: '8px', paddingTop: '2px' },
});

interface ReadOnlyPanelProps {
  readonly open: OpenCase;
  readonly ports: WorkbenchPorts;
  readonly onNext: () => void;
  /** The decision was taken back: the usul can be judged again. */
  readonly onTakenBack: () => void;
}

/** Takes the place of the decision where there is none to make: what was decided, why it is so, and the way on. */
export function ReadOnlyPanel({ open, ports, onNext, onTakenBack }: ReadOnlyPanelProps) {
  const styles = useStyles();
  const { decidedHere } = open;
  // What was decided says it better, unless there is more to say.
  const because = decidedHere && !open.leftDesk ? null : open.readOnlyBecause;
  const takeBack = useTakeBack(decidedHere, ports, onTakenBack);
  return (
    <section className={styles.root} aria-label={workbenchText.decide}>
      {decidedHere && <DecisionMade entry={decidedHere} usul={open.usul} />}
      {because !== null && (
        <div className={styles.because}>
          <span className={styles.icon}>
            <Info16Regular />
          </span>
          <span>{because}</span>
        </div>
      )}
      {takeBack.failure && (
        <ErrorBar message={takeBack.failure.message} action={takeBack.failure.action} />
      )}
      <div className={styles.actions}>
        {decidedHere?.state.kind === 'menunggu' && (
          <Button
            title={workbenchText.decided.takeBackHint}
            disabledFocusable={takeBack.running}
            onClick={() => void takeBack.run()}
          >
            {workbenchText.decided.takeBack}
          </Button>
        )}
        <Button
          appearance="primary"
          title={`${workbenchText.next} (${shownKey(caseKeys, 'nextCase')})`}
          onClick={onNext}
        >
          {workbenchText.next}
        </Button>
      </div>
    </section>
  );
}

interface DecisionMadeProps {
  readonly entry: OutboxEntry;
  readonly usul: OpenCase['usul'];
}

function DecisionMade({ entry, usul }: DecisionMadeProps) {
  const styles = useStyles();
  const today = useToday();
  const { outcome, reasons, note, deletionReason } = entry.decision;
  const { acknowledged, unread } = toldWarnings(entry.decision.acknowledged);
  const words = workbenchText.decided;
  return (
    <>
      <h2 className={styles.title}>{words.title(outcomeLabelsAt(usul.position)[outcome])}</h2>
      <dl className={styles.facts}>
        {deletionReason !== undefined && (
          <>
            <dt className={styles.term}>{sharedText.history.deletionReason}</dt>
            <dd className={styles.detail}>{showField(deletionReasonField, deletionReason)}</dd>
          </>
        )}
        {reasons.length > 0 && (
          <>
            <dt className={styles.term}>{words.reasons}</dt>
            <dd className={styles.detail}>
              {reasons.map((code) => findReason(code)?.label ?? code).join('; ')}
            </dd>
          </>
        )}
        {note !== '' && (
          <>
            <dt className={styles.term}>{words.note}</dt>
            <dd className={styles.detail}>{note}</dd>
          </>
        )}
        {acknowledged.length > 0 && (
          <>
            <dt className={styles.term}>{workbenchText.warnings.decided}</dt>
            <dd className={styles.detail}>
              {acknowledged.map((warning) => warningLabel(warning, usul)).join('; ')}
            </dd>
          </>
        )}
        {unread.length > 0 && (
          <>
            <dt className={styles.term}>{sharedText.history.unread}</dt>
            <dd className={styles.detail}>{documentLabels(unread, usul).join('; ')}</dd>
          </>
        )}
        <dt className={styles.term}>{words.when}</dt>
        <dd className={styles.detail}>{whenDecided(entry, today)}</dd>
      </dl>
    </>
  );
}

function whenDecided({ decision, state }: OutboxEntry, today: LocalDate): string {
  const words = workbenchText.decided;
  const at = formatMoment(decision.decidedAt, today);
  switch (state.kind) {
    case 'menunggu':
      return words.waiting(at);
    case 'mengirim':
      return words.sending(at);
    case 'terkirim':
      return words.sent(at, formatMoment(state.receivedAt, today));
    // Never shown here: a refused decision leaves the usul open.
    case 'ditolak':
      return at;
  }
}

interface TakeBack {
  readonly running: boolean;
  readonly failure: ShownError | null;
  readonly run: () => Promise<void>;
}

function useTakeBack(
  entry: OutboxEntry | null,
  ports: WorkbenchPorts,
  onTakenBack: () => void,
): TakeBack {
  const [running, setRunning] = useState(false);
  const [failure, setFailure] = useState<ShownError | null>(null);
  async function run(): Promise<void> {
    if (!entry || running) return;
    setRunning(true);
    const done = await ports.desk.outbox.getState().reopen(entry.decision.id);
    setRunning(false);
    setFailure(done.ok ? null : done.error);
    if (!done.ok) return;
    ports.announce(workbenchText.decided.takenBack);
    onTakenBack();
  }
  return { running, failure, run };
}
