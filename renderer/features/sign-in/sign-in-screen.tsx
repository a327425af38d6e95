import { Card, makeStyles, Text, Title2, tokens } from '@fluentui/react-components';
import { SignInForm, type SignIn } from '#renderer/features/sign-in/sign-in-form.tsx';
import { appText } from '#renderer/ui/text/app.ts';
import { signInText } from '#renderer/ui/text/sign-in.ts';

const useStyles = makeStyles({
  page: {
    height: '100vh',
    display: 'grid',
    placeItems: 'center',
    overflow: 'auto',
    backgroundColor: tokens.colorNeutralBackground3,
  },
  card: { width: '400px', maxWidth: 'calc(100vw - 32px)', padding: '32px', gap: '20px' },
  head: { display: 'flex', flexDirection: 'column', gap: '4px' },
  title: { margin: 0 },
  foot: {
    color: tokens.colorNeutralForeground2,
    display: 'flex',
    flexDirection: 'column',
    gap: '2px',
  },
});

interface SignInScreenProps {
  readonly lastUsername: string;
  readonly signIn: SignIn;
}

/** The first screen: what this is, and the way in. */
export function SignInScreen({ lastUsername, signIn }: SignInScreenProps) {
  const styles = useStyles();
  return (
    <main className={styles.page}>
      <Card className={styles.card}>
        <div className={styles.head}>
          <Title2 as="h1" className={styles.title}>
            {appText.product}
          </Title2>
          <Text>{appText.tagline}</Text>
        </div>
        <SignInForm username={lastUsername} signIn={signIn} />
        <div className={styles.foot}>
          <Text size={200}>{signInText.help}</Text>
          <Text size={200}>{signInText.privacy}</Text>
        </div>
      </Card>
    </main>
  );
}
