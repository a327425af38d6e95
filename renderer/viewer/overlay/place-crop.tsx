import { useEffect, useMemo, useRef } from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { cropOf, cropTurn, type Size } from '#renderer/viewer/overlay/crop-geometry.ts';
import { drawCrop } from '#renderer/viewer/overlay/draw-crop.ts';
import { useOpenView, type OpenViews } from '#renderer/viewer/overlay/open-views.ts';
import type { PlaceBox } from '#renderer/viewer/overlay/place-geometry.ts';
import { useViewStatus } from '#renderer/viewer/pages/view-status.ts';

const useStyles = makeStyles({
  root: {
    position: 'relative',
    boxSizing: 'content-box',
    maxWidth: '100%',
    overflow: 'hidden',
    // Paper stays white whatever the theme.
    forcedColorAdjust: 'none',
    backgroundColor: '#fff',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusSmall,
  },
  picture: { display: 'block' },
  // Under the print, as a pen would: the letters themselves stay free.
  mark: { position: 'absolute', borderBottom: '2px solid #0f6cbd' },
  unsure: { borderBottomStyle: 'dashed', borderBottomColor: '#a34400' },
});

/** A place of a document and the paper it is on. */
export interface CropPlace {
  readonly sha256: string;
  readonly page: number;
  readonly boxes: readonly PlaceBox[];
  /** Size of the page in points, before the person turns it. */
  readonly paper: Size;
}

interface PlaceCropProps {
  readonly views: OpenViews;
  readonly place: CropPlace;
  /** In CSS pixels: as wide and high as it may become. */
  readonly room: Size;
  readonly pasti: boolean;
}

/** A picture of a place as it is printed. Its room is there at once; the picture comes when the document is open. */
export function PlaceCrop({ views, place, room, pasti }: PlaceCropProps) {
  const styles = useStyles();
  const canvas = useRef<HTMLCanvasElement>(null);
  const view = useOpenView(views, place.sha256);
  const { page, boxes, paper } = place;
  const degrees = cropTurn(boxes, paper, useViewStatus(view)?.rotation ?? 0);
  const { width: wide, height: high } = room;
  const crop = useMemo(
    () => cropOf(boxes, { paper, degrees, room: { width: wide, height: high } }),
    [boxes, paper, degrees, wide, high],
  );
  useEffect(() => {
    if (!canvas.current || !view || !crop) return undefined;
    return drawCrop(canvas.current, view, page, crop);
  }, [view, page, crop]);
  if (!crop) return null;
  const { width, height } = crop.size;
  return (
    <div className={styles.root} style={{ width, height }} data-testid="potongan">
      <canvas ref={canvas} className={styles.picture} style={{ width, height }} aria-hidden />
      {crop.marks.map(([left, top, right, bottom], index) => (
        <span
          key={index}
          className={mergeClasses(styles.mark, !pasti && styles.unsure)}
          style={{
            left: `${left * 100}%`,
            top: `${top * 100}%`,
            width: `${(right - left) * 100}%`,
            height: `calc(${(bottom - top) * 100}% + 1px)`,
          }}
        />
      ))}
    </div>
  );
}
