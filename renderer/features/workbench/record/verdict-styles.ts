import { makeStyles, tokens } from '@fluentui/react-components';

const pressed = (background: string) =>
  ({
    color: tokens.colorNeutralForegroundOnBrand,
    backgroundColor: background,
    border: `1px solid ${background}`,
    ':hover': { backgroundColor: background },
    ':disabled': { color: tokens.colorNeutralForegroundOnBrand, backgroundColor: background },
    '@media (forced-colors: active)': {
      forcedColorAdjust: 'none',
      color: 'HighlightText',
      backgroundColor: 'Highlight',
      border: '1px solid Highlight',
    },
  }) as const;

/** The buttons of a verdict: outlined while not chosen, filled when chosen. */
export const useVerdictStyles = makeStyles({
  root: { display: 'flex', gap: '2px', margin: 0, padding: 0, minWidth: 0, border: 'none' },
  button: {
    boxSizing: 'border-box',
    width: '32px',
    height: '24px',
    padding: 0,
    display: 'grid',
    placeItems: 'center',
    cursor: 'pointer',
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
    ':disabled': {
      cursor: 'default',
      color: tokens.colorNeutralForegroundDisabled,
      backgroundColor: 'transparent',
    },
  },
  sesuai: pressed(tokens.colorStatusSuccessBackground3),
  tidak_sesuai: pressed(tokens.colorStatusDangerBackground3),
  tidak_terbaca: pressed(tokens.colorPaletteDarkOrangeBackground3),
});

const adopted = (colour: string) =>
  ({
    color: colour,
    border: `1px dashed ${colour}`,
    ':disabled': { color: colour },
    '@media (forced-colors: active)': { border: '1px dashed Highlight' },
  }) as const;

/** The button of the verdict that somebody gave before: framed, not filled, because the person has not pressed it. */
export const useAdoptedStyles = makeStyles({
  sesuai: adopted(tokens.colorPaletteGreenForeground1),
  tidak_sesuai: adopted(tokens.colorPaletteRedForeground1),
  tidak_terbaca: adopted(tokens.colorPaletteDarkOrangeForeground1),
});
