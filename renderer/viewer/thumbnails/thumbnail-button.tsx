import { useEffect, useRef, type CSSProperties } from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircle12Filled } from '@fluentui/react-icons';
import { viewerText } from '#renderer/viewer/viewer-text.ts';
import { thumbnailSize } from '#renderer/viewer/thumbnails/thumbnail-size.ts';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';

const useStyles = makeStyles({
  root: {
    position: 'absolute',
    left: 0,
    right: 0,
    padding: '4px 0',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'space-between',
    fontFamily: 'inherit',
    fontSize: textSizes.small,
    lineHeight: lineHeights.small,
    color: tokens.colorNeutralForeground2,
    cursor: 'pointer',
    background: 'none',
    border: 'none',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  picture: {
    width: `${thumbnailSize.width + 6}px`,
    height: `${thumbnailSize.height + 6}px`,
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
  },
  paper: {
    display: 'flex',
    minWidth: '40px',
    minHeight: '40px',
    backgroundColor: '#fff',
    forcedColorAdjust: 'none',
    outline: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  waiting: { width: `${thumbnailSize.width - 5}px`, height: `${thumbnailSize.height}px` },
  current: { outline: `3px solid ${tokens.colorCompoundBrandStroke}` },
  line: { display: 'flex', alignItems: 'center', gap: '4px' },
  strong: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
  done: { color: tokens.colorPaletteGreenForeground1 },
});

interface ThumbnailButtonProps {
  readonly page: number;
  readonly picture: HTMLCanvasElement | null;
  readonly seen: boolean;
  readonly current: boolean;
  /** Where Tab enters the strip. */
  readonly tabStop: boolean;
  readonly style: CSSProperties;
  readonly onChoose: (page: number) => void;
}

/** A page in small: its number, whether it was seen, and whether it is in view. */
export function ThumbnailButton(props: ThumbnailButtonProps) {
  const { page, picture, seen, current } = props;
  const styles = useStyles();
  const paper = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    paper.current?.replaceChildren(...(picture ? [picture] : []));
  }, [picture]);
  return (
    <button
      type="button"
      data-page={page}
      tabIndex={props.tabStop ? 0 : -1}
      aria-label={viewerText.thumbnail(page, seen)}
      aria-current={current ? 'page' : undefined}
      className={styles.root}
      style={props.style}
      onClick={() => props.onChoose(page)}
    >
      <span className={styles.picture}>
        <span
          ref={paper}
          className={mergeClasses(
            styles.paper,
            !picture && styles.waiting,
            current && styles.current,
          )}
        />
      </span>
      <span className={mergeClasses(styles.line, current && styles.strong)}>
        {page}
        {seen && <CheckmarkCircle12Filled className={styles.done} />}
      </span>
    </button>
  );
}
