import type { ReactElement } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import type { GuideStep } from '#renderer/features/guide/guide-steps.ts';

const useStyles = makeStyles({
  root: {
    display: 'block',
    width: '100%',
    height: '96px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    // A picture keeps its own colours, all of them.
    forcedColorAdjust: 'none',
  },
});

const line = tokens.colorNeutralStroke1;
const paper = tokens.colorNeutralBackground1;
const brand = tokens.colorCompoundBrandStroke;
const good = tokens.colorPaletteGreenForeground1;

/** A sketch of the place that a step speaks of, in the colours of the theme; for the eyes only. */
export function GuidePicture({ step }: { readonly step: GuideStep }) {
  const styles = useStyles();
  return (
    <svg className={styles.root} viewBox="0 0 308 96" aria-hidden="true">
      {pictures[step]}
    </svg>
  );
}

const pictures: Readonly<Record<GuideStep, ReactElement>> = {
  kotak_masuk: (
    <>
      {[16, 38, 60].map((y, index) => (
        <g key={y}>
          <rect
            x={54}
            y={y}
            width={200}
            height={18}
            rx={3}
            fill={paper}
            stroke={index === 0 ? brand : line}
            strokeWidth={index === 0 ? 2 : 1}
          />
          <Line x={62} y={y + 9} width={70} />
          <Line x={150} y={y + 9} width={40} />
          <Line x={214} y={y + 9} width={30} />
        </g>
      ))}
      <Key x={268} y={14} label="⏎" />
    </>
  ),
  meja_periksa: (
    <>
      <Sheet x={54} width={86} />
      {[24, 40, 56, 72].map((y, index) => (
        <g key={y}>
          <Line x={64} y={y} width={46} />
          {index < 3 && <Tick x={122} y={y} />}
        </g>
      ))}
      <Sheet x={154} width={100} />
      {[22, 32, 42, 52, 62, 72].map((y) => (
        <Line key={y} x={166} y={y} width={y % 20 === 2 ? 76 : 58} />
      ))}
      <Key x={16} y={14} label="S" />
      <Key x={16} y={38} label="T" />
      <Key x={16} y={62} label="B" />
    </>
  ),
  putusan: (
    <>
      {['M', 'P', 'X', 'K'].map((label, index) => (
        <Key key={label} x={62 + index * 34} y={36} label={label} chosen={index === 0} />
      ))}
      <path d="M204 47 h18 m-6 -6 l6 6 l-6 6" fill="none" stroke={line} strokeWidth={2} />
      <Key x={230} y={36} label="⏎" />
    </>
  ),
  antrean: (
    <>
      <Sheet x={54} width={60} />
      <Line x={64} y={30} width={38} />
      <Line x={64} y={42} width={28} />
      <Tick x={84} y={64} />
      <path d="M126 48 h46" fill="none" stroke={line} strokeWidth={2} strokeDasharray="4 4" />
      <path
        d="M200 64 a13 13 0 0 1 2 -26 a18 18 0 0 1 34 4 a11 11 0 0 1 2 22 z"
        fill={paper}
        stroke={brand}
        strokeWidth={2}
      />
      <Key x={268} y={36} label="Z" />
    </>
  ),
};

function Sheet({ x, width }: { readonly x: number; readonly width: number }) {
  return <rect x={x} y={12} width={width} height={72} rx={3} fill={paper} stroke={line} />;
}

function Line(props: { readonly x: number; readonly y: number; readonly width: number }) {
  const { x, y, width } = props;
  return <path d={`M${x} ${y} h${width}`} stroke={line} strokeWidth={3} strokeLinecap="round" />;
}

function Tick({ x, y }: { readonly x: number; readonly y: number }) {
  return <path d={`M${x - 5} ${y} l4 4 l7 -8`} fill="none" stroke={good} strokeWidth={2} />;
}

interface KeyProps {
  readonly x: number;
  readonly y: number;
  readonly label: string;
  readonly chosen?: boolean;
}

function Key({ x, y, label, chosen = false }: KeyProps) {
  return (
    <g>
      <rect
        x={x}
        y={y}
        width={24}
        height={22}
        rx={4}
        fill={paper}
        stroke={chosen ? brand : tokens.colorNeutralStrokeAccessible}
        strokeWidth={chosen ? 2 : 1}
      />
      <text
        x={x + 12}
        y={y + 15}
        textAnchor="middle"
        fontSize={12}
        fill={tokens.colorNeutralForeground1}
      >
        {label}
      </text>
    </g>
  );
}
