/** Within which a thumbnail fits, in CSS pixels: A4 upright fills it. */
export const thumbnailSize = { width: 84, height: 118 } as const;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** By how much a page of this size is multiplied to become a thumbnail. */
export function fittingThumbnail({ width, height }: Size): number {
  return Math.min(thumbnailSize.width / width, thumbnailSize.height / height);
}

/** A small copy of a drawn page, with its size on screen. */
export function shrink(canvas: HTMLCanvasElement): HTMLCanvasElement {
  const small = document.createElement('canvas');
  const scale = fittingThumbnail(canvas);
  const [width, height] = [canvas.width * scale, canvas.height * scale];
  small.width = Math.max(1, Math.round(width * window.devicePixelRatio));
  small.height = Math.max(1, Math.round(height * window.devicePixelRatio));
  Object.assign(small.style, { width: `${width}px`, height: `${height}px` });
  const context = small.getContext('2d');
  if (context) {
    context.imageSmoothingQuality = 'high';
    context.drawImage(canvas, 0, 0, small.width, small.height);
  }
  return small;
}
