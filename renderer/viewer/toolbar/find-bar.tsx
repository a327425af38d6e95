import {
  useEffect,
  useImperativeHandle,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactElement,
  type Ref,
} from 'react';
import { Button, Input, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronDown20Regular, ChevronUp20Regular, Dismiss20Regular } from '@fluentui/react-icons';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';
import { viewerText } from '#renderer/ui/text/viewer.ts';
import type { PdfView } from '#renderer/viewer/pages/pdf-view.ts';

const useStyles = makeStyles({
  root: {
    flexShrink: 0,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px',
    padding: '4px 8px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  input: { flex: '1 1 120px', minWidth: 0, maxWidth: '240px' },
  count: { minWidth: '100px', fontSize: textSizes.small, lineHeight: lineHeights.small },
  // A sentence, below the line: the buttons stay where they are.
  noText: { order: 1, flexBasis: '100%' },
});

/** How many places were found and which one is shown. */
export interface Found {
  readonly current: number;
  readonly total: number;
}

/** What the viewer asks of the bar. */
export interface FindBarHandle {
  focus(): void;
}

interface FindBarProps {
  readonly view: PdfView;
  readonly found: Found;
  readonly onClose: () => void;
  readonly ref?: Ref<FindBarHandle>;
}

/** Searches the text layer of the document. */
export function FindBar({ view, found, onClose, ref }: FindBarProps) {
  const styles = useStyles();
  const [text, setText] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const searchable = useHasText(view);
  useImperativeHandle(ref, () => ({ focus: () => input.current?.select() }), []);
  useEffect(() => input.current?.focus(), []);

  function search(next: string): void {
    setText(next);
    view.find(next, 'first');
  }

  function close(): void {
    view.endFind();
    onClose();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter') view.find(text, event.shiftKey ? 'previous' : 'next');
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
  }

  return (
    <search className={styles.root}>
      <Input
        input={{ ref: input }}
        size="small"
        type="search"
        className={styles.input}
        // Else the browser keeps what was typed in its own session files, in clear.
        autoComplete="off"
        aria-label={viewerText.search}
        placeholder={viewerText.search}
        value={text}
        onChange={(_, data) => search(data.value)}
        onKeyDown={onKeyDown}
      />
      <FindButton
        icon={<ChevronUp20Regular />}
        label={viewerText.searchPrevious}
        onClick={() => view.find(text, 'previous')}
      />
      <FindButton
        icon={<ChevronDown20Regular />}
        label={viewerText.searchNext}
        onClick={() => view.find(text, 'next')}
      />
      <output className={mergeClasses(styles.count, !searchable && styles.noText)}>
        {searchable ? foundText(text, found) : viewerText.searchNoText}
      </output>
      <FindButton icon={<Dismiss20Regular />} label={viewerText.searchClose} onClick={close} />
    </search>
  );
}

interface FindButtonProps {
  readonly icon: ReactElement;
  readonly label: string;
  readonly onClick: () => void;
}

function FindButton({ icon, label, onClick }: FindButtonProps) {
  return (
    <Button
      size="small"
      appearance="subtle"
      icon={icon}
      aria-label={label}
      title={label}
      onClick={onClick}
    />
  );
}

function useHasText(view: PdfView): boolean {
  const [hasText, setHasText] = useState(true);
  useEffect(() => {
    // A document that was closed meanwhile has nothing to search.
    view.hasText().then(setHasText, () => setHasText(false));
  }, [view]);
  return hasText;
}

function foundText(text: string, found: Found): string {
  if (text === '') return '';
  return found.total === 0
    ? viewerText.searchNone
    : viewerText.searchFound(found.current, found.total);
}
