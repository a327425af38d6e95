import { useId, useRef } from 'react';
import { Button, makeStyles } from '@fluentui/react-components';
import { Copy16Regular, Edit16Regular } from '@fluentui/react-icons';
import { caseKeys } from '#renderer/features/workbench/keys.ts';
import { SeenField, seenLength } from '#renderer/features/workbench/record/seen-field.tsx';
import { recordText } from '#renderer/features/workbench/text/record.ts';
import { workbenchText } from '#renderer/features/workbench/text/workbench.ts';
import { keyShortcuts, shownKey } from '#renderer/ui/keys/key-group.ts';
import { useTypedText } from '#renderer/ui/parts/use-typed-text.ts';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '2px 8px',
    padding: '2px 0 4px',
    fontSize: textSizes.small,
    lineHeight: lineHeights.small,
  },
  input: { flex: '1 1 120px', minWidth: 0 },
  copy: { flexShrink: 0, whiteSpace: 'nowrap', minWidth: 0 },
});

interface SeenInputProps {
  readonly seen: string;
  /** The value that can be taken over; empty where there is none. */
  readonly proposed: string;
  /** What is asked for, where it is not what the document says. */
  readonly words?: { readonly label: string; readonly hint: string };
  readonly readOnly: boolean;
  readonly onSeen: (seen: string) => void;
  readonly onDone: () => void;
  /** Puts the value right; absent where nobody may. */
  readonly onCorrect?: () => void;
}

/**
 * What the document says where it differs; it takes the focus when the person has just judged the field so. The proposed
 * value can be taken over, so that only the letters that differ need typing.
 */
export function SeenInput({ seen, proposed, words, readOnly, onSeen, ...on }: SeenInputProps) {
  const styles = useStyles();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, type] = useTypedText(seen, onSeen);

  function copyProposed(): void {
    type(proposed.slice(0, seenLength));
    input.current?.focus();
  }

  return (
    <div className={styles.root}>
      <label htmlFor={id}>{words?.label ?? workbenchText.seenLabel}</label>
      <SeenField
        id={id}
        inputRef={input}
        className={styles.input}
        text={text}
        readOnly={readOnly}
        placeholder={words?.hint ?? workbenchText.seenHint}
        onType={type}
        onDone={on.onDone}
      />
      {!readOnly && proposed !== '' && (
        <Button
          size="small"
          appearance="subtle"
          className={styles.copy}
          icon={<Copy16Regular />}
          title={recordText.copyProposedHint}
          onClick={copyProposed}
        >
          {recordText.copyProposed}
        </Button>
      )}
      {on.onCorrect && (
        <Button
          size="small"
          appearance="subtle"
          className={styles.copy}
          icon={<Edit16Regular />}
          aria-keyshortcuts={keyShortcuts(caseKeys, 'correctValue')}
          title={`${workbenchText.correction.hint} (${shownKey(caseKeys, 'correctValue')})`}
          onClick={on.onCorrect}
        >
          {workbenchText.correction.start}
        </Button>
      )}
    </div>
  );
}
