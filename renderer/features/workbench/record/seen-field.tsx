import type { KeyboardEvent, Ref } from 'react';
import { Input, makeStyles } from '@fluentui/react-components';
import { workbenchText } from '#renderer/features/workbench/text/workbench.ts';

/** How much may be typed of what the document says (characters). */
export const seenLength = 500;

const useStyles = makeStyles({
  text: { ':placeholder-shown': { textOverflow: 'ellipsis' } },
});

interface SeenFieldProps {
  readonly text: string;
  readonly placeholder: string;
  readonly readOnly: boolean;
  readonly onType: (text: string) => void;
  /** Enter or the arrow down: the person goes on. */
  readonly onDone: () => void;
  readonly className: string;
  /** Its name where no label stands beside it. */
  readonly label?: string;
  readonly id?: string;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** The input of what the document says where it differs. */
export function SeenField(props: SeenFieldProps) {
  const { text, readOnly, onType, onDone } = props;
  const styles = useStyles();
  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || (event.key !== 'Enter' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    onDone();
  }
  return (
    <Input
      id={props.id}
      input={{ ref: props.inputRef, className: styles.text }}
      size="small"
      className={props.className}
      // Else the browser keeps what was typed in its own session files, in clear.
      autoComplete="off"
      value={text}
      maxLength={seenLength}
      readOnly={readOnly}
      aria-label={props.label}
      title={workbenchText.seenHint}
      placeholder={props.placeholder}
      onChange={(_, data) => onType(data.value)}
      onKeyDown={onKeyDown}
    />
  );
}
