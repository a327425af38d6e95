import type { KeyboardEvent } from 'react';
import { Input, makeStyles } from '@fluentui/react-components';
import { useTypedText } from '#renderer/ui/parts/use-typed-text.ts';
import { workbenchText } from '#renderer/ui/text/workbench.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    padding: '2px 0 4px',
    fontSize: '12px',
  },
  input: { flexGrow: 1 },
});

interface SeenInputProps {
  readonly seen: string;
  readonly readOnly: boolean;
  readonly onSeen: (seen: string) => void;
  readonly onDone: () => void;
}

/** What the document says where it differs. It takes the focus when the person has just judged the field so. */
export function SeenInput({ seen, readOnly, onSeen, onDone }: SeenInputProps) {
  const styles = useStyles();
  const [text, type] = useTypedText(seen, onSeen);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || (event.key !== 'Enter' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    onDone();
  }

  return (
    <label className={styles.root}>
      {workbenchText.seenLabel}
      <Input
        size="small"
        className={styles.input}
        value={text}
        maxLength={500}
        readOnly={readOnly}
        placeholder={workbenchText.seenHint}
        onChange={(_, data) => type(data.value)}
        onKeyDown={onKeyDown}
      />
    </label>
  );
}
