import { useEffect, useRef, useState } from 'react';
import { Button, Text } from '@fluentui/react-components';
import { useStore } from 'zustand';
import { deskRoles } from '#renderer/desk/registry/features.ts';
import { SignOutDialog } from '#renderer/desk/shell/sign-out-dialog.tsx';
import { appText } from '#renderer/desk/text/app.ts';
import { noDeskText } from '#renderer/desk/text/no-desk.ts';
import type { Desk } from '#renderer/core/desk-contract.ts';
import type { SessionState } from '#renderer/core/session/session-contract.ts';
import type { ShownError } from '#renderer/core/shown-error.ts';
import { sharedText } from '#renderer/frame/shared-text.ts';
import { DeskPage } from '#renderer/ui/parts/desk-page.tsx';
import { roleLabels } from '#shared/workflow/workflow-labels.ts';

interface NoDeskScreenProps {
  readonly session: Extract<SessionState, { kind: 'masuk' }>;
  readonly desk: Pick<Desk, 'session' | 'sync'>;
}

/** For an account that sits here and whose role has no desk: which desks there are, and the way out. */
export function NoDeskScreen({ session, desk }: NoDeskScreenProps) {
  const offline = useStore(desk.sync, ({ connection }) => connection.kind === 'luring');
  const [held, setHeld] = useState<ShownError | null>(null);
  const leave = useRef<HTMLDivElement>(null);
  useEffect(() => leave.current?.querySelector('button')?.focus(), []);

  async function signOut(force: boolean): Promise<void> {
    const result = await desk.session.getState().signOut({ force });
    setHeld(result.ok ? null : result.error);
  }

  return (
    <DeskPage
      over={sharedText.product}
      title={noDeskText.title}
      subtitle={noDeskText.why(session.account.role)}
      foot={<Text size={200}>{noDeskText.howTo}</Text>}
    >
      <div>
        <Text weight="semibold">{noDeskText.desks}</Text>
        <ul>
          {deskRoles.map((role) => (
            <li key={role}>{roleLabels[role]}</li>
          ))}
        </ul>
      </div>
      <div ref={leave}>
        <Button appearance="primary" onClick={() => void signOut(false)}>
          {appText.signOut}
        </Button>
      </div>
      <SignOutDialog
        held={held}
        offline={offline}
        onStay={() => setHeld(null)}
        onLeave={() => void signOut(true)}
      />
    </DeskPage>
  );
}
