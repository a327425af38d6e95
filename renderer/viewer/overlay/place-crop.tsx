import { useEffect, useMemo, useRef, useState } from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { cropOf, cropTurn, type Crop, type Size } from '#renderer/viewer/overlay/crop-geometry.ts';
import { drawCrop } from '#renderer/viewer/overlay/draw-crop.ts';
import { useCropDocument, type OpenBeside } from '#renderer/viewer/overlay/crop-document.ts';
import type { OpenViews } from '#renderer/viewer/overlay/open-views.ts';
import type { PlaceBox } from '#renderer/viewer/overlay/place-geometry.ts';
import type { MarkLook } from '#renderer/viewer/overlay/place-marks.ts';
import { useViewStatus } from '#renderer/viewer/pages/view-status.ts';
import { viewerText } from '#renderer/viewer/viewer-text.ts';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';

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
  unseen: { visibility: 'hidden' },
  // On paper, whatever the theme.
  instead: {
    position: 'absolute',
    inset: 0,
    padding: '1px 6px',
    overflow: 'hidden',
    fontSize: textSizes.small,
    lineHeight: lineHeights.small,
    color: '#424242',
  },
  // Under the print, as a pen would: the letters themselves stay free.
  mark: { position: 'absolute', borderBottom: '2px solid #0f6cbd' },
  unsure: { borderBottomStyle: 'dashed', borderBottomColor: '#a34400' },
  differs: { borderBottomStyle: 'double', borderBottomWidth: '3px', borderBottomColor: '#b10e1c' },
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
  readonly openBeside: OpenBeside;
  readonly place: CropPlace;
  /** In CSS pixels: as wide and high as it may become. */
  readonly room: Size;
  /** As its mark in the document is. */
  readonly look: MarkLook;
}

/**
 * A picture of a place as it is printed, drawn from its own document and page. Its room is there at once; until the
 * picture is drawn it is empty, and says so: the picture of another place would be taken for a proof.
 */
export function PlaceCrop(props: PlaceCropProps) {
  const { sha256, page, boxes } = props.place;
  return <CropOfPlace key={JSON.stringify([sha256, page, boxes])} {...props} />;
}

function CropOfPlace({ views, openBeside, place, room, look }: PlaceCropProps) {
  const styles = useStyles();
  const canvas = useRef<HTMLCanvasElement>(null);
  const source = useCropDocument(views, place.sha256, openBeside);
  const { page, boxes, paper } = place;
  const status = useViewStatus(source.kind === 'siap' ? source.view : null);
  const degrees = cropTurn(boxes, paper, status?.rotation ?? 0);
  const { width: wide, height: high } = room;
  const crop = useMemo(
    () => cropOf(boxes, { paper, degrees, room: { width: wide, height: high } }),
    [boxes, paper, degrees, wide, high],
  );
  const [drawn, setDrawn] = useState<boolean | null>(null);
  useEffect(() => {
    if (!canvas.current || source.kind !== 'siap' || !crop) return undefined;
    const stop = drawCrop(canvas.current, { ...source, onDrawn: setDrawn }, page, crop);
    return () => {
      stop();
      setDrawn(null);
    };
  }, [source, page, crop]);
  if (!crop) return null;
  const { width, height } = crop.size;
  const isSeen = drawn === true;
  const failed = source.kind === 'gagal' || drawn === false;
  return (
    <div
      className={styles.root}
      style={{ width, height }}
      data-testid="potongan"
      data-drawn={isSeen}
      aria-busy={!isSeen && !failed}
    >
      <canvas
        ref={canvas}
        className={mergeClasses(styles.picture, !isSeen && styles.unseen)}
        style={{ width, height }}
        aria-hidden
      />
      {isSeen ? (
        <CropMarks marks={crop.marks} look={look} />
      ) : (
        <span className={styles.instead}>
          {failed ? viewerText.cropFailed : viewerText.cropLoading}
        </span>
      )}
    </div>
  );
}

function CropMarks({ marks, look }: { readonly marks: Crop['marks']; readonly look: MarkLook }) {
  const styles = useStyles();
  const { pasti, differs } = look;
  return marks.map(([left, top, right, bottom], index) => (
    <span
      key={index}
      className={mergeClasses(styles.mark, !pasti && (differs ? styles.differs : styles.unsure))}
      style={{
        left: `${left * 100}%`,
        top: `${top * 100}%`,
        width: `${(right - left) * 100}%`,
        height: `calc(${(bottom - top) * 100}% + 1px)`,
      }}
    />
  ));
}
