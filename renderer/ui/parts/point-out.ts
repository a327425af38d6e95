import { tokens } from '@fluentui/react-components';

/** How long the frame stays (milliseconds). */
const shownMs = 1800;

/**
 * Frames the place where something is to be done, for a moment. The browser's own focus ring does not do: after a click
 * it does not appear, and a place that had the focus already would look the same. Nothing moves, so no motion setting
 * is concerned.
 */
export function pointOut(element: Element): void {
  const colour = getComputedStyle(element)
    .getPropertyValue(tokens.colorPaletteDarkOrangeBorderActive.slice(4, -1))
    .trim();
  const frame = `3px solid ${colour === '' ? 'currentColor' : colour}`;
  element.animate(
    { outline: [frame, frame], outlineOffset: ['-3px', '-3px'] },
    { duration: shownMs },
  );
}
