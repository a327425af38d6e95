import { useState } from 'react';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Warning16Filled } from '@fluentui/react-icons';
import { useStore } from 'zustand';
import { AgreeDialog, type AgreeQuestion } from '#renderer/desk/shell/notices/agree-dialog.tsx';
import { noticeLines, type NoticeLine } from '#renderer/desk/shell/notices/notice-lines.ts';
import { noticesText } from '#renderer/desk/text/notices.ts';
import type { Desk } from '#renderer/core/desk-contract.ts';
import { isOtherServer, type OtherServer } from '#renderer/core/shown-error.ts';
import type { ConnectionState, ExchangeNotices } from '#renderer/core/sync/sync-contract.ts';
import { generalKeys } from '#renderer/frame/general-keys.ts';
import { keyShortcuts, shownKey } from '#renderer/ui/keys/key-group.ts';
import { focusMain } from '#renderer/ui/parts/focus-main.ts';
import { KeyCap } from '#renderer/ui/parts/key-cap.tsx';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';

const useStyles = makeStyles({
  root: {
    flexShrink: 0,
    padding: '2px 12px',
    fontSize: textSizes.small,
    lineHeight: lineHeights.small,
    backgroundColor: tokens.colorStatusWarningBackground1,
    borderTop: `1px solid ${tokens.colorStatusWarningBorder1}`,
  },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  line: { display: 'flex', alignItems: 'center', gap: '8px', minHeight: '26px' },
  icon: { flexShrink: 0, display: 'inline-flex', color: tokens.colorStatusWarningForeground1 },
  sentence: { minWidth: 0 },
  button: { flexShrink: 0, gap: '6px' },
});

/** What is told and asks for nothing but to be seen. */
const seenAtOnce: ReadonlySet<NoticeLine['kind']> = new Set([
  'dikirim_lagi',
  'diambil_alih',
  'kiriman_ditolak',
]);

interface DeskNoticesProps {
  readonly desk: Pick<Desk, 'sync' | 'session' | 'outbox' | 'takenOver'>;
  /** Opens the usul that came back first. */
  readonly onReturned: () => void;
}

/** What a person should know beside the connection, over the status bar; nothing while all is well. */
export function DeskNotices({ desk, onReturned }: DeskNoticesProps) {
  const styles = useStyles();
  const { sync, outbox, takenOver } = desk;
  const notices = useStore(sync, (store) => store.notices);
  const other = useStore(sync, ({ connection }) => otherServerOf(connection));
  const broughtBack = useStore(outbox, (store) => store.broughtBack);
  const taken = useStore(takenOver, (store) => store.taken);
  const refused = useStore(outbox, (store) => store.refusedOthers);
  const [asking, setAsking] = useState<NoticeLine['kind'] | null>(null);
  const lines = noticeLines(notices, { other, broughtBack, takenOver: taken, refused });
  if (lines.length === 0) return null;

  function answer(kind: NoticeLine['kind']): void {
    if (kind === 'kembali') return onReturned();
    if (kind === 'diambil_alih') takenOver.getState().see();
    else if (kind === 'dikirim_lagi') void sync.getState().seeDeliveredAgain();
    else if (kind !== 'kiriman_ditolak') return setAsking(kind);
    else if (refused[0]) void outbox.getState().letGo(refused[0].id);
    // The button is gone with its line.
    focusMain('main');
  }

  return (
    <>
      <section className={styles.root} aria-label={noticesText.label}>
        <ul className={styles.list}>
          {lines.map(({ kind, sentence, asks }) => (
            <li key={kind} className={styles.line}>
              <span className={styles.icon}>
                <Warning16Filled />
              </span>
              <output className={styles.sentence}>{sentence}</output>
              {asks && <AnswerButton kind={kind} onAnswer={() => answer(kind)} />}
            </li>
          ))}
        </ul>
      </section>
      <AgreeDialog
        question={questionOf(asking, desk, { notices, other })}
        onClose={() => setAsking(null)}
      />
    </>
  );
}

function otherServerOf(connection: ConnectionState): OtherServer | null {
  const isOther = connection.kind === 'gangguan' && isOtherServer(connection.error);
  return isOther ? connection.error : null;
}

/** What is asked of the person, as long as there is still reason to. */
function questionOf(
  asking: NoticeLine['kind'] | null,
  { sync, session }: DeskNoticesProps['desk'],
  found: { readonly notices: ExchangeNotices; readonly other: OtherServer | null },
): AgreeQuestion | null {
  const { notices, other } = found;
  const { heldRemovals: held } = notices;
  if (asking === 'ditahan' && held?.agreed === false) {
    return {
      title: noticesText.agreeTitle(held.gone),
      body: `${noticesText.agreeBody}\n\n${noticesText.agreeKeeps}`,
      agree: noticesText.agree,
      act: () => sync.getState().agreeToRemovals(held.gone),
    };
  }
  if (asking === 'server_lain' && other) {
    return {
      title: noticesText.trustTitle,
      body: `${other.message}\n\n${other.action}\n\n${noticesText.trustBody}`,
      agree: noticesText.trust,
      act: () => session.getState().agreeToServer(other.key),
    };
  }
  return null;
}

interface AnswerButtonProps {
  readonly kind: NoticeLine['kind'];
  readonly onAnswer: () => void;
}

function AnswerButton({ kind, onAnswer }: AnswerButtonProps) {
  const styles = useStyles();
  if (kind === 'kembali') {
    return (
      <Button
        size="small"
        className={styles.button}
        aria-keyshortcuts={keyShortcuts(generalKeys, 'showConflicts')}
        onClick={onAnswer}
      >
        {noticesText.open} <KeyCap shown={shownKey(generalKeys, 'showConflicts')} />
      </Button>
    );
  }
  return (
    <Button size="small" className={styles.button} onClick={onAnswer}>
      {seenAtOnce.has(kind) ? noticesText.seen : noticesText.review}
    </Button>
  );
}
