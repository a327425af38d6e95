import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  root: {
    position: 'relative',
    margin: 0,
    height: 'auto',
    borderTop: 'none',
    borderBottom: 'none',
    cursor: 'col-resize',
    touchAction: 'none',
    backgroundColor: tokens.colorNeutralBackground3,
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    ':hover': { backgroundColor: tokens.colorNeutralBackground3Hover },
    ':active': { backgroundColor: tokens.colorBrandBackground2 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-1px' },
    // Two short lines in the middle: something to take hold of.
    '::after': {
      content: '""',
      position: 'absolute',
      top: 'calc(50% - 12px)',
      left: 'calc(50% - 1px)',
      width: '2px',
      height: '24px',
      backgroundColor: tokens.colorNeutralStrokeAccessible,
      '@media (forced-colors: active)': { backgroundColor: 'CanvasText' },
    },
  },
});

/** Width of the splitter in pixels. */
export const splitterWidth = 7;

interface SplitterProps {
  readonly label: string;
  readonly title: string;
  /** Share of the part before it, 0 to 1, and its limits. */
  readonly share: number;
  readonly min: number;
  readonly max: number;
  /** What a double click goes back to. */
  readonly usual: number;
  /** While it is dragged, and by each key. */
  readonly onShare: (share: number) => void;
  /** When it comes to rest. */
  readonly onRest: (share: number) => void;
  readonly className?: string;
}

/** Moves the line between the element before it and the one after it; both fill their common parent. */
export function Splitter(props: SplitterProps) {
  const styles = useStyles();
  const dragged = useRef<number | null>(null);
  const clamp = (share: number): number => Math.min(props.max, Math.max(props.min, share));

  function onPointerDown(event: PointerEvent<HTMLElement>): void {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    dragged.current = props.share;
  }
  function onPointerMove(event: PointerEvent<HTMLElement>): void {
    const parent = event.currentTarget.parentElement;
    if (dragged.current === null || !parent) return;
    const { left, width } = parent.getBoundingClientRect();
    dragged.current = clamp((event.clientX - left) / (width - splitterWidth));
    props.onShare(dragged.current);
  }
  function onPointerUp(): void {
    if (dragged.current !== null) props.onRest(dragged.current);
    dragged.current = null;
  }
  function onKeyDown(event: KeyboardEvent): void {
    const share = shareAfter(event.key, props);
    if (share === null) return;
    event.preventDefault();
    props.onRest(clamp(share));
  }

  return (
    // The separator of two panes that can be moved is a widget with a value (ARIA: focusable separator).
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <hr
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={props.label}
      aria-valuenow={percent(props.share)}
      aria-valuemin={percent(props.min)}
      aria-valuemax={percent(props.max)}
      title={props.title}
      className={mergeClasses(styles.root, props.className)}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={onPointerUp}
      onDoubleClick={() => props.onRest(clamp(props.usual))}
      onKeyDown={onKeyDown}
    />
  );
}

/** How far one arrow key goes. */
const step = 0.02;

function shareAfter(key: string, { share, min, max, usual }: SplitterProps): number | null {
  switch (key) {
    case 'ArrowLeft':
      return share - step;
    case 'ArrowRight':
      return share + step;
    case 'Home':
      return min;
    case 'End':
      return max;
    case 'Enter':
      return usual;
    default:
      return null;
  }
}

function percent(share: number): number {
  return Math.round(share * 100);
}
