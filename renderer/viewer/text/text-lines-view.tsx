import { useEffect, useRef } from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { recognisedTextWords } from '#renderer/viewer/viewer-text.ts';
import type { TextLines, TextPiece } from '#renderer/viewer/text/read-text.ts';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';

const useStyles = makeStyles({
  line: {
    margin: 0,
    fontSize: textSizes.dense,
    lineHeight: lineHeights.dense,
    overflowWrap: 'anywhere',
    userSelect: 'text',
  },
  unsure: {
    textDecorationLine: 'underline',
    textDecorationStyle: 'wavy',
    textDecorationColor: tokens.colorPaletteDarkOrangeForeground1,
    textUnderlineOffset: '2px',
  },
  match: {
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorPaletteYellowBackground2,
    borderRadius: tokens.borderRadiusSmall,
  },
  // A frame tells too: with forced colours every match has the same ground.
  current: { outline: `2px solid ${tokens.colorBrandStroke1}` },
});

interface TextLinesViewProps {
  readonly searched: TextLines;
  /** The place of the searched text that is shown. */
  readonly current: number;
}

/** The lines of a page; the place that is shown comes into view. */
export function TextLinesView({ searched, current }: TextLinesViewProps) {
  const styles = useStyles();
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (searched.found <= current) return;
    root.current?.querySelector(`[data-match="${current}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [searched, current]);
  return (
    <div ref={root} data-testid="teks-terbaca">
      {searched.lines.map((line, index) => (
        <p key={index} className={styles.line}>
          {line.map((piece, at) => (
            <Piece key={at} piece={piece} current={piece.match === current} />
          ))}
        </p>
      ))}
    </div>
  );
}

function Piece({ piece, current }: { readonly piece: TextPiece; readonly current: boolean }) {
  const styles = useStyles();
  const { text, unsure, match } = piece;
  const title = unsure ? recognisedTextWords.unsure : undefined;
  if (match === null) {
    return (
      <span className={mergeClasses(unsure && styles.unsure)} title={title}>
        {text}
      </span>
    );
  }
  return (
    <mark
      className={mergeClasses(styles.match, unsure && styles.unsure, current && styles.current)}
      title={title}
      data-match={match}
    >
      {text}
    </mark>
  );
}
