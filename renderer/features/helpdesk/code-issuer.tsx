import { useState } from 'react';
import { Field, Input, makeStyles, Text, tokens } from '@fluentui/react-components';
import { FormDialog } from '#renderer/features/helpdesk/form-dialog.tsx';
import { helpdeskText as texts } from '#renderer/features/helpdesk/texts.ts';
import type { QueryDesk } from '#renderer/core/query/query-contract.ts';
import type { ShownError } from '#renderer/core/shown-error.ts';
import { formatTime } from '#renderer/ui/format/dates.ts';
import type { RouteAnswer } from '#shared/contract/route-call.ts';

const useStyles = makeStyles({
  code: {
    display: 'block',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: '28px',
    lineHeight: 1.4,
    letterSpacing: '0.08em',
    userSelect: 'text',
  },
});

interface CodeIssuerProps {
  readonly query: QueryDesk;
  readonly onClose: () => void;
}

/** Issues a one-time code; it stands here until the dialog is closed, and nowhere else. */
export function CodeIssuer({ query, onClose }: CodeIssuerProps) {
  const styles = useStyles();
  const [username, setUsername] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ShownError | null>(null);
  const [issued, setIssued] = useState<RouteAnswer<'issueCode'> | null>(null);
  async function submit(): Promise<void> {
    if (username.trim() === '' || busy) return;
    setBusy(true);
    const answer = await query.ask('issueCode', { body: { username } });
    setBusy(false);
    setFailure(answer.ok ? null : answer.error);
    setIssued(answer.ok ? answer.value : null);
  }
  return (
    <FormDialog
      title={texts.code}
      submit={texts.issue}
      busy={busy}
      failure={failure}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <Text>{texts.codeHint}</Text>
      <Field label={texts.codeFor}>
        <Input maxLength={60} value={username} onChange={(_, data) => setUsername(data.value)} />
      </Field>
      {issued && (
        <output>
          <span className={styles.code} data-testid="kode">
            {issued.code}
          </span>
          <Text>{`${texts.issued(issued.name, formatTime(issued.expiresAt))} ${texts.codeUse}`}</Text>
        </output>
      )}
    </FormDialog>
  );
}
