import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import { Button, makeStyles } from '@fluentui/react-components';
import { CheckmarkCircleRegular } from '@fluentui/react-icons';
import { useStore } from 'zustand';
import { conflictKeys } from '#renderer/features/outbox/conflict/keys.ts';
import { ConflictActions } from '#renderer/features/outbox/conflict/conflict-actions.tsx';
import { ConflictBody } from '#renderer/features/outbox/conflict/conflict-body.tsx';
import { ConflictHead } from '#renderer/features/outbox/conflict/conflict-head.tsx';
import { useConflictWalk } from '#renderer/features/outbox/conflict/use-conflict-walk.ts';
import { useRemedies } from '#renderer/features/outbox/use-remedies.ts';
import { conflictsText } from '#renderer/features/outbox/conflict/texts.ts';
import type { Desk } from '#renderer/core/desk-contract.ts';
import type { UsulNow } from '#renderer/core/conflict/conflict-contract.ts';
import type { ScreenProps } from '#renderer/frame/screen.tsx';
import { sharedText } from '#renderer/frame/shared-text.ts';
import { useKeys } from '#renderer/ui/keys/use-keys.ts';
import { ErrorBar } from '#renderer/ui/parts/error-bar.tsx';
import { focusMain } from '#renderer/ui/parts/focus-main.ts';
import { Notice } from '#renderer/ui/parts/notice.tsx';
import { Waiting } from '#renderer/ui/parts/waiting.tsx';
import { whyNotHere } from '#renderer/features/outbox/conflict/not-here.ts';
import type { OutboxEntryView } from '#renderer/features/outbox/outbox-entry.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0 },
  none: { flexGrow: 1, minHeight: 0 },
  failure: { flexShrink: 0, padding: '0 16px 8px' },
});

/** `decisionId`: the decision to begin with; null for the first. */
type ConflictScreenProps = ScreenProps<{ readonly decisionId: string | null }>;

/** "Perlu Diperiksa Lagi": decisions that came back, each beside its usul as it is now. */
export function ConflictScreen(props: ConflictScreenProps) {
  const styles = useStyles();
  const ready = useStore(props.desk.outbox, (outbox) => outbox.ready);
  const body = useRef<HTMLElement>(null);
  const { walk, now, refusal, refused, failure, redo, drop } = useConflict(props, body);
  const { entry, at, all, previous, next } = walk;
  if (!ready) return <Waiting label={conflictsText.loading} tooLong={sharedText.startSlow} />;
  const name = entry?.employeeName ?? '';
  return (
    <section className={styles.root} aria-label={conflictsText.title}>
      <ConflictHead
        {...{ at, all, name }}
        onBack={props.ways.back}
        onPrevious={previous}
        onNext={next}
      />
      {failure && (
        <div className={styles.failure}>
          <ErrorBar message={failure.message} action={failure.action} />
        </div>
      )}
      {entry ? (
        <>
          <ConflictBody entry={entry} now={now} ref={body} />
          <ConflictActions {...{ name, refusal, refused }} onRedo={redo} onLetGo={drop} />
        </>
      ) : (
        <NoConflicts onOutbox={props.ways.toOutbox} />
      )}
    </section>
  );
}

function NoConflicts({ onOutbox }: { readonly onOutbox: () => void }) {
  const styles = useStyles();
  useEffect(() => {
    // The last decision took the focus with it.
    if (document.activeElement === document.body) focusMain();
  }, []);
  return (
    <div className={styles.none}>
      <Notice
        icon={<CheckmarkCircleRegular />}
        title={conflictsText.none}
        action={conflictsText.noneAction}
      >
        <Button onClick={onOutbox}>{conflictsText.openOutbox}</Button>
      </Notice>
    </div>
  );
}

/** The returned decision that is shown, its usul now, and what can be done about it, by button and by key. */
function useConflict(
  { desk, params, ways, announce }: ConflictScreenProps,
  body: RefObject<HTMLElement | null>,
) {
  const entries = useStore(desk.outbox, (outbox) => outbox.entries);
  const walk = useConflictWalk(entries, params.decisionId);
  const { entry } = walk;
  const now = useUsulNow(desk, entry?.decision.usulId ?? null);
  const refusal = entry ? redoRefusal(entry, now) : null;
  const { failure, reopen, letGo } = useRemedies({
    outbox: desk.outbox,
    onOpen: ways.toUsul,
    announce,
    onLetGo: useCallback(() => (body.current ? body.current.focus() : focusMain()), [body]),
  });
  const [refused, setRefused] = useState(0);
  const redoOnceRead = async (): Promise<void> => {
    const read = entry ? await whenRead(desk.conflict, entry.decision.usulId) : null;
    if (!entry || read === null) return;
    if (redoRefusal(entry, read) === null) reopen(entry.decision.id);
    else setRefused((times) => times + 1);
  };
  const redo = (): void => void redoOnceRead();
  const drop = (): void => {
    if (entry) letGo(entry.decision.id);
  };
  useKeys([conflictKeys], {
    previousConflict: walk.previous,
    nextConflict: walk.next,
    leaveConflicts: ways.back,
    ...(entry && { redoDecision: redo, letGoOfDecision: drop }),
  });
  return { walk, now, refusal, refused, failure, redo, drop };
}

/** The usul as this PC knows it now, followed while it is shown. */
function useUsulNow({ conflict }: Pick<Desk, 'conflict'>, wanted: string | null): UsulNow {
  const { usulId, now } = useStore(conflict);
  useEffect(() => {
    conflict.getState().look(wanted);
    return () => conflict.getState().look(null);
  }, [conflict, wanted]);
  // The store follows a moment later: until then it tells of the usul before.
  return usulId === wanted ? now : reading;
}

const reading: UsulNow = { kind: 'memuat' };

/**
 * The usul as soon as it was read: a key pressed a moment too early is meant all the same. Null when another one is
 * looked at by then.
 */
function whenRead(conflict: Desk['conflict'], wanted: string): Promise<UsulNow | null> {
  return new Promise((resolve) => {
    const look = ({ usulId, now }: ReturnType<typeof conflict.getState>): boolean => {
      if (usulId === wanted && now.kind === 'memuat') return false;
      resolve(usulId === wanted ? now : null);
      return true;
    };
    if (look(conflict.getState())) return;
    const stop = conflict.subscribe((state) => {
      if (look(state)) stop();
    });
  });
}

/** Why the usul of a returned decision cannot be looked at again on the desk, as a sentence; null when it can. */
function redoRefusal(entry: OutboxEntryView, now: UsulNow): string | null {
  return now.kind === 'ada' ? now.closedBecause : conflictsText.cannotRedo[whyNotHere(entry, now)];
}
