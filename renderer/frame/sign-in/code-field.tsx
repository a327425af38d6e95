import { Field, Input, makeStyles } from '@fluentui/react-components';
import { useFirstFocus } from '#renderer/frame/sign-in/use-first-focus.ts';
import { stepText } from '#renderer/frame/sign-in/texts.ts';

const useStyles = makeStyles({
  code: { fontFamily: 'Consolas, "Courier New", monospace', letterSpacing: '0.1em' },
});

interface CodeFieldProps {
  readonly label?: string;
  readonly hint?: string;
  readonly value: string;
  /** Whether it was sent without one. */
  readonly missing: boolean;
  /** Whether whoever came here types at once. */
  readonly first?: boolean;
  readonly onChange: (value: string) => void;
}

/** Takes a code of the second factor, or one that stands in for it. */
export function CodeField({ value, missing, first = false, onChange, ...words }: CodeFieldProps) {
  const styles = useStyles();
  const input = useFirstFocus(first);
  return (
    <Field
      label={words.label ?? stepText.code.label}
      hint={words.hint ?? stepText.code.hint}
      validationMessage={missing ? stepText.code.missing : null}
    >
      <Input
        value={value}
        autoComplete="one-time-code"
        input={{ ref: input, className: styles.code, spellCheck: false, maxLength: 40 }}
        onChange={(_, data) => onChange(data.value)}
      />
    </Field>
  );
}
