import type { Ref } from 'react';
import { makeStyles, mergeClasses, Textarea, tokens } from '@fluentui/react-components';
import { caseKeys } from '#renderer/features/workbench/keys.ts';
import { panelSlim, panelWide } from '#renderer/features/workbench/decide/panel-width.ts';
import { workbenchText } from '#renderer/features/workbench/text/workbench.ts';
import { shownKey } from '#renderer/ui/keys/key-group.ts';
import { useTypedText } from '#renderer/ui/parts/use-typed-text.ts';
import { lineHeights } from '#renderer/ui/sizes.ts';

const useStyles = makeStyles({
  // Keeps one line of room; the input grows upwards over its surroundings while it is written in.
  room: { position: 'relative', minWidth: 0, height: '32px' },
  askingRoom: { height: 'auto' },
  root: {
    position: 'absolute',
    right: 0,
    bottom: 0,
    width: '100%',
    height: '32px',
    ':focus-within': {
      zIndex: 2,
      width: 'max(100%, min(100cqi - 24px, 340px))',
      height: '90px',
      boxShadow: tokens.shadow8,
      [panelWide]: { width: '100%' },
      [panelSlim]: { width: 'calc(100cqi - 130px)' },
    },
  },
  // A question is the decision itself: all of it stands there, and the panel grows with it.
  asking: {
    position: 'static',
    height: 'auto',
    ':focus-within': { width: '100%', height: 'auto', boxShadow: 'none' },
  },
  area: {
    height: '100%',
    minHeight: 0,
    maxHeight: 'none',
    // A second line begins below the edge while there is room for one only.
    padding: '2px 8px',
    lineHeight: '25px',
    overflow: 'hidden',
    ':focus': { padding: '6px 8px', lineHeight: lineHeights.body, overflowY: 'auto' },
  },
  askingArea: {
    height: 'auto',
    fieldSizing: 'content',
    minHeight: `calc(2 * ${lineHeights.body} + 12px)`,
    maxHeight: `calc(8 * ${lineHeights.body} + 12px)`,
    padding: '6px 8px',
    lineHeight: lineHeights.body,
    overflowY: 'auto',
  },
});

interface NoteInputProps {
  /** The note is a question for others: it has the panel's width and grows with what is written. */
  readonly asking: boolean;
  readonly note: string;
  /** Its name, where it is not the note of a decision. */
  readonly label?: string;
  readonly placeholder: string;
  readonly onNote: (note: string) => void;
  readonly inputRef: Ref<HTMLTextAreaElement>;
  readonly className?: string;
}

/** The note of the decision. */
export function NoteInput(props: NoteInputProps) {
  const { asking, note, placeholder, onNote, inputRef, className } = props;
  const { label = workbenchText.note } = props;
  const styles = useStyles();
  const [text, type] = useTypedText(note, onNote);
  return (
    // Without this form the browser would keep what was typed in its own session files, in clear.
    <form
      autoComplete="off"
      className={mergeClasses(styles.room, asking && styles.askingRoom, className)}
    >
      <Textarea
        size="small"
        resize="none"
        className={mergeClasses(styles.root, asking && styles.asking)}
        textarea={{
          ref: inputRef,
          className: mergeClasses(styles.area, asking && styles.askingArea),
        }}
        aria-label={label}
        title={`${label} (${shownKey(caseKeys, 'writeNote')})`}
        placeholder={placeholder}
        maxLength={2000}
        value={text}
        onChange={(_, data) => type(data.value)}
      />
    </form>
  );
}
