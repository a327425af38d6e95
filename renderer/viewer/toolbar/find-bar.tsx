import { useEffect, useImperativeHandle, useRef, useState, type Ref } from 'react';
import { Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Dismiss20Regular } from '@fluentui/react-icons';
import { viewerText } from '#renderer/viewer/viewer-text.ts';
import { FindButton, FindInput, FindSteps } from '#renderer/viewer/find/find-input.tsx';
import type { PdfView } from '#renderer/viewer/pages/pdf-view.ts';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';

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
  link: { fontSize: 'inherit', lineHeight: 'inherit' },
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
  /** Opens the recognised text, which can be searched where there is no other; null where nothing is read. */
  readonly onReadText: (() => void) | null;
  readonly ref?: Ref<FindBarHandle>;
}

/** Searches the text layer of the document. */
export function FindBar({ view, found, onClose, onReadText, ref }: FindBarProps) {
  const styles = useStyles();
  const [text, setText] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const searchable = useHasText(view);
  useImperativeHandle(ref, () => ({ focus: () => input.current?.select() }), []);

  function search(next: string): void {
    setText(next);
    view.find(next, 'first');
  }

  function close(): void {
    view.endFind();
    onClose();
  }

  function toReadText(): void {
    close();
    onReadText?.();
  }

  function step(by: 1 | -1): void {
    view.find(text, by === 1 ? 'next' : 'previous');
  }

  const noText = onReadText ? viewerText.searchScan : viewerText.searchNoText;
  return (
    <search className={styles.root}>
      <FindInput
        label={viewerText.search}
        text={text}
        className={styles.input}
        onText={search}
        onStep={step}
        onClose={close}
        inputRef={input}
      />
      <FindSteps onStep={step} />
      <output className={mergeClasses(styles.count, !searchable && styles.noText)}>
        {searchable ? foundText(text, found) : noText}
        {!searchable && onReadText && (
          <>
            {' '}
            <Link as="button" className={styles.link} onClick={toReadText}>
              {viewerText.searchReadText}
            </Link>
          </>
        )}
      </output>
      <FindButton icon={<Dismiss20Regular />} label={viewerText.searchClose} onClick={close} />
    </search>
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
