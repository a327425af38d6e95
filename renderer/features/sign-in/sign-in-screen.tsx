import { useState } from 'react';
import { Button, Text } from '@fluentui/react-components';
import { ActivationForm } from '#renderer/features/sign-in/activation-form.tsx';
import { SignInForm } from '#renderer/features/sign-in/sign-in-form.tsx';
import { activationText, signInText } from '#renderer/features/sign-in/texts.ts';
import type { PasswordDesk } from '#renderer/core/passwords/password-contract.ts';
import type { SessionStore } from '#renderer/core/session/session-contract.ts';
import type { ShownError } from '#renderer/core/shown-error.ts';
import { sharedText } from '#renderer/frame/shared-text.ts';
import type { SignIn } from '#renderer/frame/sign-in/sign-in-steps.tsx';
import { DeskPage } from '#renderer/ui/parts/desk-page.tsx';
import { ErrorBar } from '#renderer/ui/parts/error-bar.tsx';

interface SignInScreenProps {
  readonly lastUsername: string;
  /** The account that was here has ended: what became of what was on this PC. */
  readonly ended?: ShownError | undefined;
  readonly signIn: SignIn;
  readonly offerFactor: SessionStore['offerFactor'];
  readonly agreeToServer: SessionStore['agreeToServer'];
  readonly passwords: Pick<PasswordDesk, 'activate'>;
}

/** The first screen: what this is, and the way in. */
export function SignInScreen({ lastUsername, ended, passwords, ...form }: SignInScreenProps) {
  const [activating, setActivating] = useState(false);
  if (activating) {
    return (
      <DeskPage
        over={sharedText.product}
        title={activationText.title}
        subtitle={activationText.how}
        foot={<Text size={200}>{signInText.help}</Text>}
      >
        <ActivationForm
          activate={passwords.activate}
          signIn={form.signIn}
          offerFactor={form.offerFactor}
          onLeave={() => setActivating(false)}
        />
      </DeskPage>
    );
  }
  return (
    <DeskPage
      title={sharedText.product}
      subtitle={signInText.tagline}
      foot={
        <>
          <Text size={200}>{signInText.help}</Text>
          <Text size={200}>{signInText.privacy}</Text>
        </>
      }
    >
      {ended && <ErrorBar message={ended.message} action={ended.action} intent="warning" />}
      <SignInForm username={lastUsername} {...form} />
      <Button appearance="transparent" onClick={() => setActivating(true)}>
        {activationText.open}
      </Button>
    </DeskPage>
  );
}
