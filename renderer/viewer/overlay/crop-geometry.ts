import { boundsOf, turnBox, type PlaceBox } from '#renderer/viewer/overlay/place-geometry.ts';

/** A size; which units, says whoever uses it. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A piece of a page: which part, and how large it is shown. */
export interface Crop {
  /** Shares of the page as it is turned for it. */
  readonly part: PlaceBox;
  /** How far the page is turned for it. */
  readonly degrees: number;
  /** CSS pixels for each point of paper. */
  readonly scale: number;
  /** In CSS pixels. */
  readonly size: Size;
  /** The place within the piece: shares of it, one a line. */
  readonly marks: readonly PlaceBox[];
}

/** How high a line of print is shown (CSS pixels): as on paper held close, and the least that can still be read. */
const lineHeight = { usual: 19, least: 12 } as const;

/** A line of a letter is no higher (points): what is, was drawn by a person around several lines, or is a title. */
const highestLine = 14;

/** What is shown around the place, in heights of its line. */
const around = { high: 0.7, wide: 1 } as const;

/**
 * Which way up a piece of a page is shown: as the person turned the page, unless print that runs across would then stand
 * on its end. Single letters say nothing of that.
 */
export function cropTurn(boxes: readonly PlaceBox[], paper: Size, degrees: number): number {
  const bounds = boundsOf(boxes);
  if (!bounds || degrees % 180 === 0) return degrees;
  const wide = (bounds[2] - bounds[0]) * paper.width;
  const high = (bounds[3] - bounds[1]) * paper.height;
  return wide > high ? 0 : degrees;
}

/**
 * The piece of a page that shows a place, at a size that can be read in the room there is (CSS pixels). The room beside a
 * short value is given to what stands left of it: there papers have the label. Null when the place has no extent.
 */
export function cropOf(
  boxes: readonly PlaceBox[],
  { paper, degrees, room }: { readonly paper: Size; readonly degrees: number; readonly room: Size },
): Crop | null {
  const turned = boxes.map((box) => turnBox(box, degrees));
  const bounds = boundsOf(turned);
  const page = degrees % 180 === 0 ? paper : { width: paper.height, height: paper.width };
  const tallest = Math.max(...turned.map(([, top, , bottom]) => bottom - top)) * page.height;
  const line = Math.min(tallest, highestLine);
  if (!bounds || !(line > 0)) return null;
  const wide = (bounds[2] - bounds[0]) * page.width + 2 * around.wide * line;
  const high = (bounds[3] - bounds[1]) * page.height + 2 * around.high * line;
  const fitting = Math.min(lineHeight.usual / line, room.width / wide, room.height / high);
  const scale = Math.max(fitting, lineHeight.least / line);
  const width = Math.min(room.width / scale, page.width);
  const height = Math.min(room.height / scale, high, page.height);
  const right = bounds[2] * page.width + around.wide * line;
  const start = Math.min(right - width, bounds[0] * page.width - around.wide * line);
  const left = within(start, page.width - width) / page.width;
  const top =
    within(bounds[1] * page.height - around.high * line, page.height - height) / page.height;
  const part: PlaceBox = [left, top, left + width / page.width, top + height / page.height];
  return {
    part,
    degrees,
    scale,
    size: { width: width * scale, height: height * scale },
    marks: turned.map((box) => sharesOf(box, part)),
  };
}

function sharesOf([left, top, right, bottom]: PlaceBox, part: PlaceBox): PlaceBox {
  const [partLeft, partTop, partRight, partBottom] = part;
  const across = (x: number): number => within((x - partLeft) / (partRight - partLeft), 1);
  const down = (y: number): number => within((y - partTop) / (partBottom - partTop), 1);
  return [across(left), down(top), across(right), down(bottom)];
}

function within(value: number, most: number): number {
  return Math.max(0, Math.min(most, value));
}
