import { useState } from 'react';
import { Button, Field, makeStyles, Text, Textarea } from '@fluentui/react-components';
import { v7 as makeUuidV7 } from 'uuid';
import { diagnosticsOf } from '#renderer/features/helpdesk/diagnostics-of.ts';
import { KindChoice } from '#renderer/features/helpdesk/kind-choice.tsx';
import { reportKeys } from '#renderer/features/helpdesk/keys.ts';
import { MyTickets } from '#renderer/features/helpdesk/my-tickets.tsx';
import { helpdeskText as texts } from '#renderer/features/helpdesk/texts.ts';
import { useRole } from '#renderer/frame/role.ts';
import type { ScreenProps } from '#renderer/frame/screen.tsx';
import type { Desk } from '#renderer/core/desk-contract.ts';
import { shownError, type ShownError } from '#renderer/core/shown-error.ts';
import { keyShortcuts, shownKey } from '#renderer/ui/keys/key-group.ts';
import { useKeys } from '#renderer/ui/keys/use-keys.ts';
import { ErrorBar } from '#renderer/ui/parts/error-bar.tsx';
import { KeyCap } from '#renderer/ui/parts/key-cap.tsx';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { TicketContent } from '#shared/workflow/helpdesk/ticket-commands.ts';
import type { TicketKind } from '#shared/workflow/helpdesk/ticket.ts';
import { queueRoles } from '#shared/workflow/queues.ts';
import { saysSomething } from '#shared/kernel/typed-text.ts';

const useStyles = makeStyles({
  root: {
    height: '100%',
    minHeight: 0,
    overflowY: 'auto',
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1.2fr)',
    gap: '16px 32px',
    padding: '12px 24px',
    boxSizing: 'border-box',
  },
  form: { display: 'grid', gap: '10px', alignContent: 'start' },
  title: { margin: 0, fontSize: textSizes.title, lineHeight: lineHeights.title },
  acts: { display: 'flex', justifyContent: 'flex-end', gap: '8px' },
  button: { gap: '6px' },
});

/** "Lapor ke helpdesk": what to report, and what became of what was. */
export function ReportView({ desk, ways, announce }: ScreenProps) {
  const styles = useStyles();
  const [kind, setKind] = useState<TicketKind>('aplikasi');
  const [text, setText] = useState('');
  const [failure, setFailure] = useState<ShownError | null>(null);
  const [reported, setReported] = useState(0);
  const report = useReport(desk);
  async function send(): Promise<void> {
    if (!saysSomething(text)) {
      return setFailure(shownError('belum_lengkap', texts.incomplete, texts.textPlaceholder));
    }
    const done = await report(kind, text);
    setFailure(done.ok ? null : done.error);
    if (!done.ok) return;
    setText('');
    setReported((count) => count + 1);
    announce(texts.reported);
  }
  useKeys([reportKeys], { sendReport: () => void send(), leaveReport: ways.back });
  return (
    <div className={styles.root}>
      <form className={styles.form} autoComplete="off" onSubmit={(event) => event.preventDefault()}>
        <h1 className={styles.title}>{texts.report}</h1>
        <Text>{texts.reportHow}</Text>
        <KindChoice kind={kind} onKind={setKind} />
        <Field label={texts.text} {...(kind === 'aplikasi' && { hint: texts.withDiagnostics })}>
          <Textarea
            textarea={{ rows: 8 }}
            maxLength={2000}
            placeholder={texts.textPlaceholder}
            value={text}
            onChange={(_, { value }) => setText(value)}
          />
        </Field>
        {failure && <ErrorBar message={failure.message} action={failure.action} />}
        <div className={styles.acts}>
          <Button onClick={ways.back}>{texts.back}</Button>
          <Button
            appearance="primary"
            className={styles.button}
            aria-keyshortcuts={keyShortcuts(reportKeys, 'sendReport')}
            onClick={() => void send()}
          >
            {texts.send} <KeyCap shown={shownKey(reportKeys, 'sendReport')} />
          </Button>
        </div>
      </form>
      <MyTickets key={reported} desk={desk} announce={announce} />
    </div>
  );
}

/** Keeps what is reported on this PC until it is sent; whoever has no queue, and so keeps nothing here, sends it at once. */
function useReport(desk: Desk) {
  const hasQueue = queueRoles.includes(useRole());
  const [id, setId] = useState(() => makeUuidV7());
  return async (kind: TicketKind, text: string): Promise<Result<unknown, ShownError>> => {
    const content: TicketContent = {
      id,
      ticketKind: kind,
      text,
      ...(kind === 'aplikasi' && { diagnostics: diagnosticsOf(desk) }),
    };
    const done = hasQueue
      ? await desk.threads.getState().report(content)
      : await desk.query.ask('openTicket', { body: content });
    // Until it is there, what is tried again is the same report.
    if (done.ok) setId(makeUuidV7());
    return done;
  };
}
