import { Text } from '@fluentui/react-components';
import { SignInForm, type SignIn } from '#renderer/features/sign-in/sign-in-form.tsx';
import type { ShownError } from '#renderer/core/shown-error.ts';
import { DeskPage } from '#renderer/ui/parts/desk-page.tsx';
import { ErrorBar } from '#renderer/ui/parts/error-bar.tsx';
import { appText } from '#renderer/ui/text/app.ts';
import { signInText } from '#renderer/ui/text/sign-in.ts';

interface SignInScreenProps {
  readonly lastUsername: string;
  /** The account that was here has ended: what became of what was on this PC. */
  readonly ended?: ShownError | undefined;
  readonly signIn: SignIn;
}

/** The first screen: what this is, and the way in. */
export function SignInScreen({ lastUsername, ended, signIn }: SignInScreenProps) {
  return (
    <DeskPage
      title={appText.product}
      subtitle={appText.tagline}
      foot={
        <>
          <Text size={200}>{signInText.help}</Text>
          <Text size={200}>{signInText.privacy}</Text>
        </>
      }
    >
      {ended && <ErrorBar message={ended.message} action={ended.action} intent="warning" />}
      <SignInForm username={lastUsername} signIn={signIn} />
    </DeskPage>
  );
}
