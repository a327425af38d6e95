import type { KeyboardEvent, Ref } from 'react';
import { SearchBox } from '@fluentui/react-components';
import { useTypedText } from '#renderer/ui/parts/use-typed-text.ts';
import { personSearchText } from '#renderer/ui/text/person-search.ts';

interface PersonSearchProps {
  readonly search: string;
  readonly inputRef: Ref<HTMLInputElement>;
  readonly onSearch: (search: string) => void;
  /** The person leaves the search for the list. */
  readonly onToList: () => void;
  readonly className: string;
}

/**
 * Search in a list by name or NIP. Esc empties it, and once more goes back to the list; so do Enter and arrow down at
 * once.
 */
export function PersonSearch({
  search,
  inputRef,
  onSearch,
  onToList,
  className,
}: PersonSearchProps) {
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
      input={{ ref: inputRef, title: personSearchText.hint }}
      className={className}
      // Else the browser keeps what was typed in its own session files, in clear.
      autoComplete="off"
      aria-label={personSearchText.label}
      placeholder={personSearchText.hint}
      value={typed}
      onChange={(_, data) => type(data.value)}
      onKeyDown={onKeyDown}
    />
  );
}
