import { makeStyles, tokens } from '@fluentui/react-components';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';

const rail = '7px';

/** How the person's records are drawn along a line. */
export const useTimelineStyles = makeStyles({
  entry: { position: 'relative' },
  rail: {
    // The line through all dots; the first and the last end at their dot.
    '::before': {
      content: '""',
      position: 'absolute',
      left: rail,
      top: 0,
      bottom: 0,
      borderLeft: `2px solid ${tokens.colorNeutralStroke1}`,
      zIndex: 1,
    },
    ':first-child::before': { top: '11px' },
    ':last-child::before': { bottom: '11px' },
    ':only-child::before': { display: 'none' },
  },
  line: {
    position: 'relative',
    display: 'grid',
    gridTemplateColumns: '16px minmax(0, 1fr) auto',
    columnGap: '8px',
    alignItems: 'baseline',
    padding: '2px 6px 2px 0',
  },
  timed: {
    gridTemplateColumns: `16px calc(${textSizes.dense} * 9.2) minmax(0, 1fr) auto`,
  },
  meant: { backgroundColor: tokens.colorBrandBackground2, fontWeight: tokens.fontWeightSemibold },
  dot: {
    position: 'relative',
    zIndex: 1,
    boxSizing: 'border-box',
    justifySelf: 'center',
    width: '10px',
    height: '10px',
    borderRadius: '50%',
    border: `2px solid ${tokens.colorNeutralStrokeAccessible}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  ada: { backgroundColor: tokens.colorNeutralStrokeAccessible },
  usul: {
    width: '12px',
    height: '12px',
    borderRadius: 0,
    transform: 'rotate(45deg)',
    border: `2px solid ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorBrandStroke1,
  },
  diubah: { border: `2px dashed ${tokens.colorBrandStroke1}` },
  dihapus: { border: `2px dashed ${tokens.colorPaletteRedBorder2}` },
  when: { fontVariantNumeric: 'tabular-nums', color: tokens.colorNeutralForeground2 },
  day: { whiteSpace: 'nowrap' },
  title: { minWidth: 0, overflowWrap: 'anywhere' },
  details: {
    display: 'block',
    fontSize: textSizes.small,
    lineHeight: lineHeights.small,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
  },
  struck: { textDecorationLine: 'line-through' },
  role: {
    fontSize: textSizes.small,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
    whiteSpace: 'nowrap',
  },
  broken: {
    position: 'relative',
    display: 'flex',
    gap: '5px',
    padding: '1px 6px 1px 24px',
    fontSize: textSizes.small,
    lineHeight: lineHeights.small,
    color: tokens.colorPaletteDarkOrangeForeground1,
  },
  // Covers the line with a dashed one.
  brokenRail: {
    zIndex: 1,
    position: 'absolute',
    left: rail,
    top: 0,
    bottom: 0,
    borderLeft: `2px dashed ${tokens.colorPaletteDarkOrangeForeground1}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  icon: { flexShrink: 0 },
  kind: { fontWeight: tokens.fontWeightSemibold },
  heard: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
  },
});
