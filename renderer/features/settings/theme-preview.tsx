import type { ThemeChoice } from '#renderer/core/preferences/preferences.ts';
import { makeTheme, type Appearance } from '#renderer/ui/theme.ts';

const width = 104;
const height = 66;
const scale = 0.92;

/** A sketch of the desk in the colours of a theme; two halves for the one that follows the system. For the eyes only. */
export function ThemePreview({ theme }: { readonly theme: ThemeChoice }) {
  return (
    <svg
      width={width * scale}
      height={height * scale}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
    >
      {theme === 'sistem' ? (
        <>
          <Sketch appearance="terang" />
          <g style={{ clipPath: `inset(0 0 0 ${width / 2}px)` }}>
            <Sketch appearance="gelap" />
          </g>
        </>
      ) : (
        <Sketch appearance={theme} />
      )}
    </svg>
  );
}

function Sketch({ appearance }: { readonly appearance: Appearance }) {
  const colours = makeTheme({ appearance, density: 'lapang', textSize: 100 });
  const text = colours.colorNeutralForeground2;
  return (
    <g>
      <rect width={width} height={height} fill={colours.colorNeutralBackground1} />
      <rect width={width} height={12} fill={colours.colorNeutralBackground3} />
      <path d="M6 6 h34" stroke={colours.colorNeutralForeground1} strokeWidth={3} />
      <path d="M60 6 h14 M82 6 h14" stroke={text} strokeWidth={2} />
      <path d="M6 22 h42 M6 32 h34 M6 42 h38" stroke={text} strokeWidth={2.5} />
      <rect x={6} y={50} width={30} height={10} rx={2} fill={colours.colorBrandBackground} />
      <path d={`M58 12 v${height}`} stroke={colours.colorNeutralStroke2} />
      <rect
        x={68}
        y={18}
        width={30}
        height={48}
        fill={colours.colorNeutralBackground2}
        stroke={colours.colorNeutralStroke1}
      />
      <path d="M73 28 h20 M73 36 h16 M73 44 h20 M73 52 h12" stroke={text} strokeWidth={1.5} />
    </g>
  );
}
