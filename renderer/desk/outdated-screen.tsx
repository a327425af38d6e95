import { useState } from 'react';
import { Text } from '@fluentui/react-components';
import { outdatedText } from '#renderer/desk/text/outdated.ts';
import { SignInForm } from '#renderer/features/sign-in/sign-in-form.tsx';
import type { SessionStore } from '#renderer/core/session/session-contract.ts';
import { sharedText } from '#renderer/frame/shared-text.ts';
import { DeskPage } from '#renderer/ui/parts/desk-page.tsx';
import type { SignInSteps } from '#shared/contract/session.ts';
import { succeed } from '#shared/kernel/result.ts';

interface OutdatedScreenProps {
  readonly username: string;
  /** How many decisions wait on the desk that stays closed. */
  readonly waiting: number;
  readonly sendWaiting: SessionStore['sendWaiting'];
  readonly offerFactor: SessionStore['offerFactor'];
  readonly agreeToServer: SessionStore['agreeToServer'];
}

/** Before a desk that a newer version of the application wrote: why it stays closed, and a way out for what waits. */
export function OutdatedScreen(props: OutdatedScreenProps) {
  const { username, waiting, sendWaiting, ...rest } = props;
  const [told, setTold] = useState<string | null>(null);

  async function send(_: string, password: string, steps?: SignInSteps) {
    const sent = await sendWaiting(password, steps);
    if (!sent.ok) return sent;
    const { accepted, refused, unreadable } = sent.value;
    const sentences = [
      outdatedText.accepted(accepted),
      refused > 0 ? outdatedText.refused(refused) : '',
      unreadable > 0 ? outdatedText.unreadable(unreadable) : '',
    ];
    setTold(sentences.filter((sentence) => sentence !== '').join(' '));
    return succeed(undefined);
  }

  return (
    <DeskPage
      over={sharedText.product}
      title={outdatedText.title}
      subtitle={outdatedText.why}
      foot={waiting > 0 && <Text size={200}>{outdatedText.foot}</Text>}
    >
      {waiting > 0 && told === null && (
        <>
          <Text weight="semibold">{outdatedText.waiting(waiting)}</Text>
          <SignInForm
            username={username}
            usernameFixed
            submitLabel={outdatedText.send}
            signIn={send}
            {...rest}
          />
        </>
      )}
      {told !== null && <output>{told}</output>}
    </DeskPage>
  );
}
