import { useMemo } from 'react';
import { qrMatrix } from '#renderer/ui/parts/qr/qr-matrix.ts';

/** Modules of white that a reader wants around a code. */
const quiet = 4;

interface QrCodeProps {
  readonly text: string;
  /** What it is, for whoever cannot see it. */
  readonly label: string;
}

/** A QR code: black on white in every theme, because readers want it so. */
export function QrCode({ text, label }: QrCodeProps) {
  const rows = useMemo(() => qrMatrix(text), [text]);
  const width = rows.length + 2 * quiet;
  const dark = rows
    .flatMap((row, y) =>
      row.map((isDark, x) => (isDark ? `M${x + quiet} ${y + quiet}h1v1h-1z` : '')),
    )
    .join('');
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${width} ${width}`}
      width="100%"
      shapeRendering="crispEdges"
      style={{ forcedColorAdjust: 'none', display: 'block' }}
    >
      <rect width={width} height={width} fill="#fff" />
      <path d={dark} fill="#000" />
    </svg>
  );
}
