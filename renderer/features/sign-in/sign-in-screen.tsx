import { Text } from '@fluentui/react-components';
import { SignInForm, type SignIn } from '#renderer/features/sign-in/sign-in-form.tsx';
import { signInText } from '#renderer/features/sign-in/texts.ts';
import type { SessionStore } from '#renderer/core/session/session-contract.ts';
import type { ShownError } from '#renderer/core/shown-error.ts';
import { sharedText } from '#renderer/frame/shared-text.ts';
import { DeskPage } from '#renderer/ui/parts/desk-page.tsx';
import { ErrorBar } from '#renderer/ui/parts/error-bar.tsx';

interface SignInScreenProps {
  readonly lastUsername: string;
  /** The account that was here has ended: what became of what was on this PC. */
  readonly ended?: ShownError | undefined;
  readonly signIn: SignIn;
  readonly agreeToServer: SessionStore['agreeToServer'];
}

/** The first screen: what this is, and the way in. */
export function SignInScreen({ lastUsername, ended, ...form }: SignInScreenProps) {
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
    </DeskPage>
  );
}
