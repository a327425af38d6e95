import { useEffect, useRef, useState, type FormEvent, type KeyboardEvent } from 'react';
import { Button, Input, makeStyles, Text } from '@fluentui/react-components';
import { Bookmark16Regular } from '@fluentui/react-icons';
import { inboxFilterText } from '#renderer/features/inbox/text/filters.ts';

const longestName = 40;

const useStyles = makeStyles({
  form: { display: 'inline-flex', flexWrap: 'wrap', alignItems: 'center', gap: '6px' },
  input: { width: '220px' },
});

interface SaveFilterProps {
  readonly names: readonly string[];
  readonly onSave: (name: string) => void;
}

/** Gives the filter in view a name, in place. */
export function SaveFilter({ names, onSave }: SaveFilterProps) {
  const [naming, setNaming] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const named = useRef(false);
  // The form takes the focus with it when it goes.
  useEffect(() => {
    if (named.current && !naming) button.current?.focus();
    named.current = naming;
  }, [naming]);
  if (naming) {
    return <NameForm names={names} onSave={onSave} onClose={() => setNaming(false)} />;
  }
  return (
    <Button
      ref={(element: HTMLButtonElement | null) => {
        button.current = element;
      }}
      size="small"
      appearance="subtle"
      icon={<Bookmark16Regular />}
      onClick={() => setNaming(true)}
    >
      {inboxFilterText.save}
    </Button>
  );
}

function NameForm({ names, onSave, onClose }: SaveFilterProps & { readonly onClose: () => void }) {
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  const [name, setName] = useState('');
  const wanted = name.trim();
  useEffect(() => input.current?.focus(), []);
  function onSubmit(event: FormEvent): void {
    event.preventDefault();
    if (wanted === '') return;
    onSave(wanted);
    onClose();
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onClose();
  }
  return (
    <form className={styles.form} autoComplete="off" onSubmit={onSubmit}>
      <Input
        size="small"
        input={{ ref: input }}
        className={styles.input}
        maxLength={longestName}
        aria-label={inboxFilterText.saveName}
        placeholder={inboxFilterText.saveHint}
        value={name}
        onChange={(_, data) => setName(data.value)}
        onKeyDown={onKeyDown}
      />
      <Button size="small" type="submit" appearance="primary" disabled={wanted === ''}>
        {inboxFilterText.saveDone}
      </Button>
      <Button size="small" onClick={onClose}>
        {inboxFilterText.cancel}
      </Button>
      {names.includes(wanted) && <Text size={200}>{inboxFilterText.replaces}</Text>}
    </form>
  );
}
