import type { KeyboardEvent, Ref } from 'react';
import { makeStyles, SearchBox } from '@fluentui/react-components';
import { useTypedText } from '#renderer/ui/parts/use-typed-text.ts';
import { inboxFilterText } from '#renderer/ui/text/inbox-filters.ts';

const useStyles = makeStyles({
  root: { flex: '1 1 150px', minWidth: '150px', maxWidth: '240px' },
});

interface SearchInputProps {
  readonly search: string;
  readonly inputRef: Ref<HTMLInputElement>;
  readonly onSearch: (search: string) => void;
  /** The person leaves the search for the list. */
  readonly onToList: () => void;
}

/** Search by name or NIP. Esc empties it, and once more goes back to the list; so do Enter and arrow down at once. */
export function SearchInput({ search, inputRef, onSearch, onToList }: SearchInputProps) {
  const styles = useStyles();
  const [typed, type] = useTypedText(search, onSearch);
  function onKeyDown(event: KeyboardEvent): void {
    const { key } = event;
    if (key !== 'ArrowDown' && key !== 'Enter' && key !== 'Escape') return;
    event.preventDefault();
    if (key === 'Escape' && typed !== '') type('');
    else onToList();
  }
  return (
    <SearchBox
      size="small"
      // The hint may be cut off where there is little room.
      input={{ ref: inputRef, title: inboxFilterText.searchHint }}
      className={styles.root}
      aria-label={inboxFilterText.search}
      placeholder={inboxFilterText.searchHint}
      value={typed}
      onChange={(_, data) => type(data.value)}
      onKeyDown={onKeyDown}
    />
  );
}
