import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { Input, makeStyles, Text, tokens } from '@fluentui/react-components';
import { ChevronDown20Regular, ChevronUp20Regular, Dismiss20Regular } from '@fluentui/react-icons';
import { Button } from '@fluentui/react-components';
import { viewerText } from '#renderer/ui/text/viewer.ts';
import type { PdfView } from '#renderer/viewer/pages/pdf-view.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    alignItems: 'center',
    gap: '4px',
    padding: '4px 8px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  input: { width: '260px' },
  count: { minWidth: '100px' },
});

interface FindBarProps {
  readonly view: PdfView;
  readonly found: { readonly current: number; readonly total: number };
  /** Grows each time the person asks for the search, so that the input takes the focus again. */
  readonly asked: number;
  readonly onClose: () => void;
}

/** Searches the text layer of the document. */
export function FindBar({ view, found, asked, onClose }: FindBarProps) {
  const styles = useStyles();
  const [text, setText] = useState('');
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, [asked]);

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
    event.nativeEvent.stopImmediatePropagation();
  }

  return (
    <div className={styles.root} role="search">
      <Input
        input={{ ref: input }}
        size="small"
        type="search"
        className={styles.input}
        aria-label={viewerText.search}
        placeholder={viewerText.search}
        value={text}
        onChange={(_, data) => search(data.value)}
        onKeyDown={onKeyDown}
      />
      <Button size="small" appearance="subtle" icon={<ChevronUp20Regular />} aria-label={viewerText.searchPrevious} title={viewerText.searchPrevious} onClick={() => view.find(text, 'previous')} />
      <Button size="small" appearance="subtle" icon={<ChevronDown20Regular />} aria-label={viewerText.searchNext} title={viewerText.searchNext} onClick={() => view.find(text, 'next')} />
      <Text size={200} className={styles.count} role="status">
        {foundText(text, found)}
      </Text>
      <Button size="small" appearance="subtle" icon={<Dismiss20Regular />} aria-label={viewerText.searchClose} title={viewerText.searchClose} onClick={close} />
    </div>
  );
}

function foundText(text: string, found: { readonly current: number; readonly total: number }): string {
  if (text === '') return '';
  return found.total === 0
    ? viewerText.searchNone
    : viewerText.searchFound(found.current, found.total);
}
