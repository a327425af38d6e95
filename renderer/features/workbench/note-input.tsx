import type { Ref } from 'react';
import { makeStyles, mergeClasses, Textarea } from '@fluentui/react-components';
import { shownKey } from '#renderer/ui/keys/key-table.ts';
import { useTypedText } from '#renderer/ui/parts/use-typed-text.ts';
import { workbenchText } from '#renderer/ui/text/workbench.ts';

const useStyles = makeStyles({
  root: {
    flex: '1 1 120px',
    minWidth: 0,
    // A line of its own, above the buttons, as soon as it is written in.
    ':focus-within': { flexBasis: '100%', order: -1 },
  },
  wide: { flexBasis: '100%', order: -1 },
  area: {
    height: '30px',
    minHeight: '30px',
    paddingTop: '6px',
    ':focus': { height: '60px' },
    ':not(:placeholder-shown)': { height: '44px' },
    ':not(:placeholder-shown):focus': { height: '60px' },
  },
});

interface NoteInputProps {
  readonly note: string;
  readonly placeholder: string;
  /** Whether it has a line of its own also while nothing is written in it. */
  readonly wide: boolean;
  readonly onNote: (note: string) => void;
  readonly inputRef: Ref<HTMLTextAreaElement>;
}

/** The note of the decision. */
export function NoteInput({ note, placeholder, wide, onNote, inputRef }: NoteInputProps) {
  const styles = useStyles();
  const [text, type] = useTypedText(note, onNote);
  return (
    <Textarea
      size="small"
      className={mergeClasses(styles.root, (wide || text !== '') && styles.wide)}
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
