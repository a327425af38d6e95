import { useState } from 'react';
import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { PasswordField } from '#renderer/ui/parts/password-field.tsx';
import { passwordLength } from '#shared/contract/activation.ts';

const words = {
  first: 'Kata sandi baru',
  again: 'Ketik sekali lagi',
  missing: 'Isi kata sandi baru.',
  short: `Paling sedikit ${passwordLength.least} huruf.`,
  different: 'Tidak sama dengan yang pertama.',
  rules: `Paling sedikit ${passwordLength.least} huruf; tanpa NIP, nama, atau kata yang mudah ditebak. Beberapa kata yang tidak berkaitan mudah diingat dan sulit ditebak.`,
} as const;

const useStyles = makeStyles({
  rules: { color: tokens.colorNeutralForeground2 },
});

/** A new password as it is typed, twice. */
export interface NewPassword {
  readonly first: string;
  readonly again: string;
  /** Typed twice alike, and long enough; what else it must be the server says. */
  readonly isReady: boolean;
  readonly setFirst: (text: string) => void;
  readonly setAgain: (text: string) => void;
  readonly clear: () => void;
}

/** A new password that is being typed. */
export function useNewPassword(): NewPassword {
  const [first, setFirst] = useState('');
  const [again, setAgain] = useState('');
  const isReady = isLong(first) && first === again;
  const clear = (): void => {
    setFirst('');
    setAgain('');
  };
  return { first, again, isReady, setFirst, setAgain, clear };
}

/** The two fields of a new password, and what it must be. `tried`: somebody wanted to send it. */
export function NewPasswordFields({
  password,
  tried,
}: {
  readonly password: NewPassword;
  readonly tried: boolean;
}) {
  const styles = useStyles();
  const { first, again } = password;
  const short = first === '' ? words.missing : isLong(first) ? null : words.short;
  return (
    <>
      <Text size={200} className={styles.rules}>
        {words.rules}
      </Text>
      <PasswordField
        label={words.first}
        value={first}
        missing={tried && short !== null}
        missingText={short ?? words.missing}
        autoComplete="new-password"
        onChange={password.setFirst}
      />
      <PasswordField
        label={words.again}
        value={again}
        missing={tried && again !== first}
        missingText={words.different}
        autoComplete="new-password"
        onChange={password.setAgain}
      />
    </>
  );
}

function isLong(password: string): boolean {
  return Array.from(password.trim()).length >= passwordLength.least;
}
