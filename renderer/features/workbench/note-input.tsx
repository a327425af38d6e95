import type { Ref } from 'react';
import { makeStyles, Textarea } from '@fluentui/react-components';
import { shownKey } from '#renderer/ui/keys/key-table.ts';
import { useTypedText } from '#renderer/ui/parts/use-typed-text.ts';
import { workbenchText } from '#renderer/ui/text/workbench.ts';

const useStyles = makeStyles({
  root: { width: '100%' },
  area: {
    height: '28px',
    minHeight: '28px',
    ':focus': { height: '64px' },
    ':not(:placeholder-shown)': { height: '46px' },
    ':not(:placeholder-shown):focus': { height: '64px' },
  },
});

interface NoteInputProps {
  readonly note: string;
  readonly placeholder: string;
  readonly onNote: (note: string) => void;
  readonly inputRef: Ref<HTMLTextAreaElement>;
}

/** The note of the decision. */
export function NoteInput({ note, placeholder, onNote, inputRef }: NoteInputProps) {
  const styles = useStyles();
  const [text, type] = useTypedText(note, onNote);
  return (
    <Textarea
      size="small"
      className={styles.root}
      textarea={{ ref: inputRef, className: styles.area }}
      aria-label={workbenchText.note}
      title={`${workbenchText.note} (${shownKey('writeNote')})`}
      placeholder={placeholder}
      maxLength={2000}
      value={text}
      onChange={(_, data) => type(data.value)}
    />
  );
}
