import type { KeyboardEvent, Ref } from 'react';
import { SearchBox } from '@fluentui/react-components';
import { useTypedText } from '#renderer/ui/parts/use-typed-text.ts';

interface ListSearchProps {
  /** What is searched for, and how, in the words of the list. */
  readonly words: { readonly label: string; readonly hint: string };
  readonly search: string;
  readonly inputRef: Ref<HTMLInputElement>;
  readonly onSearch: (search: string) => void;
  /** The person leaves the search for the list. */
  readonly onToList: () => void;
  readonly className: string;
}

/**
 * Search in a list. Esc empties it, and once more goes back to the list; so do Enter and arrow down at
 * once.
 */
export function ListSearch({
  words,
  search,
  inputRef,
  onSearch,
  onToList,
  className,
}: ListSearchProps) {
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
      input={{ ref: inputRef, title: words.hint }}
      className={className}
      // Else the browser keeps what was typed in its own session files, in clear.
      autoComplete="off"
      aria-label={words.label}
      placeholder={words.hint}
      value={typed}
      onChange={(_, data) => type(data.value)}
      onKeyDown={onKeyDown}
    />
  );
}
