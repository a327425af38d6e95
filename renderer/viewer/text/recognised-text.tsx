import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { Button, Input, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronDown20Regular, ChevronUp20Regular, Dismiss20Regular } from '@fluentui/react-icons';
import { focusMain } from '#renderer/ui/parts/focus-main.ts';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';
import { recognisedTextWords } from '#renderer/ui/text/evidence.ts';
import { viewerText } from '#renderer/ui/text/viewer.ts';
import { searchLines, type ReadText } from '#renderer/viewer/text/read-text.ts';
import { TextLinesView } from '#renderer/viewer/text/text-lines-view.tsx';

const useStyles = makeStyles({
  root: {
    flexShrink: 0,
    height: '38%',
    minHeight: '120px',
    display: 'flex',
    flexDirection: 'column',
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `2px solid ${tokens.colorNeutralStroke1}`,
  },
  head: {
    flexShrink: 0,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '2px 4px',
    padding: '2px 8px',
    fontSize: textSizes.small,
    lineHeight: lineHeights.small,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  title: { margin: 0, flexGrow: 1, fontSize: textSizes.dense, lineHeight: lineHeights.dense },
  input: { flex: '1 1 110px', minWidth: 0, maxWidth: '200px' },
  count: { minWidth: '84px', color: tokens.colorNeutralForeground2 },
  body: { flexGrow: 1, minHeight: 0, overflow: 'auto', padding: '4px 12px 8px' },
  hint: { margin: 0, fontSize: textSizes.small, lineHeight: lineHeights.small },
  quiet: { color: tokens.colorNeutralForeground2 },
});

interface RecognisedTextProps {
  readonly page: number;
  readonly pageCount: number;
  readonly text: ReadText;
  readonly onClose: () => void;
}

/** What was read on the page in view, also of a scan: to be marked, copied and searched. */
export function RecognisedText({ page, pageCount, text, onClose }: RecognisedTextProps) {
  const styles = useStyles();
  const [query, setQuery] = useState('');
  const [current, setCurrent] = useState(0);
  const words = text.kind === 'dibaca' ? text.words : noWords;
  const searched = useMemo(() => searchLines(words, query), [words, query]);
  const { found } = searched;
  // Another page has other places: where there are fewer, the last one is shown.
  const shown = Math.min(current, Math.max(0, found - 1));
  const step = (by: 1 | -1): void => {
    if (found > 0) setCurrent((shown + by + found) % found);
  };
  const close = useFocusBack(onClose);
  return (
    <section className={styles.root} aria-label={recognisedTextWords.label}>
      <search className={styles.head}>
        <h2 className={styles.title}>{recognisedTextWords.title(page, pageCount)}</h2>
        <SearchInput
          query={query}
          onQuery={(next) => {
            setQuery(next);
            setCurrent(0);
          }}
          onStep={step}
          onClose={close}
        />
        <output className={styles.count}>{countText(query, found, shown)}</output>
        <StepButton direction={-1} onStep={step} />
        <StepButton direction={1} onStep={step} />
        <Button
          size="small"
          appearance="subtle"
          icon={<Dismiss20Regular />}
          aria-label={recognisedTextWords.close}
          title={recognisedTextWords.close}
          onClick={close}
        />
      </search>
      <div
        className={styles.body}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
        role="region"
        aria-label={viewerText.pageLandmark(page)}
        // It scrolls: without a place for the focus the arrow keys could not reach it.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
      >
        {words.length > 0 ? (
          <TextLinesView searched={searched} current={shown} />
        ) : (
          <p className={mergeClasses(styles.hint, styles.quiet)}>
            {text.kind === 'belum' ? recognisedTextWords.notYet : recognisedTextWords.none}
          </p>
        )}
      </div>
    </section>
  );
}

const noWords = [] as const;

interface SearchInputProps {
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly onStep: (by: 1 | -1) => void;
  readonly onClose: () => void;
}

function SearchInput({ query, onQuery, onStep, onClose }: SearchInputProps) {
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter') onStep(event.shiftKey ? -1 : 1);
    else if (event.key === 'Escape') onClose();
    else return;
    event.preventDefault();
  }
  return (
    <Input
      input={{ ref: input }}
      size="small"
      type="search"
      className={styles.input}
      // Else the browser keeps what was typed in its own session files, in clear.
      autoComplete="off"
      aria-label={recognisedTextWords.search}
      placeholder={recognisedTextWords.search}
      value={query}
      onChange={(_, data) => onQuery(data.value)}
      onKeyDown={onKeyDown}
    />
  );
}

function StepButton({
  direction,
  onStep,
}: {
  readonly direction: 1 | -1;
  readonly onStep: (by: 1 | -1) => void;
}) {
  const label = direction === 1 ? viewerText.searchNext : viewerText.searchPrevious;
  return (
    <Button
      size="small"
      appearance="subtle"
      icon={direction === 1 ? <ChevronDown20Regular /> : <ChevronUp20Regular />}
      aria-label={label}
      title={label}
      onClick={() => onStep(direction)}
    />
  );
}

// The panel gives the focus back to where it was.
function useFocusBack(onClose: () => void): () => void {
  const [before] = useState(() => document.activeElement);
  return () => {
    onClose();
    if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    else focusMain();
  };
}

function countText(query: string, found: number, shown: number): string {
  if (query.trim() === '') return '';
  return found === 0 ? viewerText.searchNone : viewerText.searchFound(shown + 1, found);
}
