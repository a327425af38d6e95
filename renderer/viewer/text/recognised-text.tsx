import { useMemo, useState } from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Dismiss20Regular } from '@fluentui/react-icons';
import { recognisedTextWords, viewerText } from '#renderer/viewer/viewer-text.ts';
import { FindButton, FindInput, FindSteps } from '#renderer/viewer/find/find-input.tsx';
import { searchLines, type ReadText } from '#renderer/viewer/text/read-text.ts';
import { TextLinesView } from '#renderer/viewer/text/text-lines-view.tsx';
import { focusMain } from '#renderer/ui/parts/focus-main.ts';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';

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
        <FindInput
          label={recognisedTextWords.search}
          text={query}
          className={styles.input}
          onText={(next) => {
            setQuery(next);
            setCurrent(0);
          }}
          onStep={step}
          onClose={close}
        />
        <output className={styles.count}>{countText(query, found, shown)}</output>
        <FindSteps onStep={step} />
        <FindButton icon={<Dismiss20Regular />} label={recognisedTextWords.close} onClick={close} />
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
          <p className={mergeClasses(styles.hint, styles.quiet)}>{nothingToShow[text.kind]}</p>
        )}
      </div>
    </section>
  );
}

const noWords = [] as const;

const nothingToShow = {
  belum: recognisedTextWords.notYet,
  gagal: recognisedTextWords.failed,
  dibaca: recognisedTextWords.none,
} as const satisfies Record<ReadText['kind'], string>;

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
