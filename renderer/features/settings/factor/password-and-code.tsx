import { makeStyles, Text } from '@fluentui/react-components';
import { CodeField } from '#renderer/frame/sign-in/code-field.tsx';
import { PasswordField } from '#renderer/ui/parts/password-field.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '8px' },
});

interface PasswordAndCodeProps {
  readonly why: string;
  readonly password: string;
  /** Of the second factor; null where there is none yet. */
  readonly code: string | null;
  /** Whether it was tried to send them. */
  readonly tried: boolean;
  readonly onPassword: (password: string) => void;
  readonly onCode: (code: string) => void;
}

/** Who changes the own factor proves to be its owner once more: an open desk is not enough. */
export function PasswordAndCode(props: PasswordAndCodeProps) {
  const styles = useStyles();
  const { why, password, code, tried } = props;
  return (
    <div className={styles.root}>
      <Text>{why}</Text>
      <PasswordField
        value={password}
        missing={tried && password === ''}
        onChange={props.onPassword}
      />
      {code !== null && (
        <CodeField value={code} missing={tried && code.trim() === ''} onChange={props.onCode} />
      )}
    </div>
  );
}
