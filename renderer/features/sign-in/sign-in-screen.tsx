import { Text } from '@fluentui/react-components';
import { SignInForm, type SignIn } from '#renderer/features/sign-in/sign-in-form.tsx';
import { DeskPage } from '#renderer/ui/parts/desk-page.tsx';
import { appText } from '#renderer/ui/text/app.ts';
import { signInText } from '#renderer/ui/text/sign-in.ts';

interface SignInScreenProps {
  readonly lastUsername: string;
  readonly signIn: SignIn;
}

/** The first screen: what this is, and the way in. */
export function SignInScreen({ lastUsername, signIn }: SignInScreenProps) {
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
      <SignInForm username={lastUsername} signIn={signIn} />
    </DeskPage>
  );
}
