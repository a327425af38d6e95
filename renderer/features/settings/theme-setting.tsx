import { makeStyles, mergeClasses, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { SettingRow, settingIds } from '#renderer/features/settings/setting-row.tsx';
import { ThemePreview } from '#renderer/features/settings/theme-preview.tsx';
import { settingsText } from '#renderer/features/settings/texts.ts';
import { themeChoices, type ThemeChoice } from '#renderer/core/preferences/preferences.ts';

const useStyles = makeStyles({
  // Four in a row or two and two, never three and one.
  group: {
    display: 'grid',
    gridTemplateColumns: 'repeat(4, max-content)',
    gap: '8px',
    '@media (max-width: 999px)': { gridTemplateColumns: 'repeat(2, max-content)' },
  },
  choice: {
    display: 'flex',
    paddingTop: '2px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    ':hover': { border: `1px solid ${tokens.colorNeutralStroke1Hover}` },
  },
  label: { display: 'flex', flexDirection: 'column', gap: '4px' },
  chosen: {
    border: `1px solid ${tokens.colorCompoundBrandStroke}`,
    outline: `1px solid ${tokens.colorCompoundBrandStroke}`,
    ':hover': { border: `1px solid ${tokens.colorCompoundBrandStroke}` },
  },
});

interface ThemeSettingProps {
  readonly chosen: ThemeChoice;
  readonly onChoose: (theme: ThemeChoice) => void;
}

/** Chooses the theme by a small picture of each. */
export function ThemeSetting({ chosen, onChoose }: ThemeSettingProps) {
  const styles = useStyles();
  const { label, hint, choices } = settingsText.theme;
  const { labelId, hintId } = settingIds('theme');
  return (
    <SettingRow id="theme" label={label} hint={hint}>
      <RadioGroup
        layout="horizontal"
        className={styles.group}
        aria-labelledby={labelId}
        aria-describedby={hintId}
        value={chosen}
        onChange={(_, data) => {
          const theme = themeChoices.find((choice) => choice === data.value);
          if (theme) onChoose(theme);
        }}
      >
        {themeChoices.map((theme) => (
          <div
            key={theme}
            className={mergeClasses(styles.choice, theme === chosen && styles.chosen)}
          >
            <Radio
              value={theme}
              label={
                <span className={styles.label}>
                  <ThemePreview theme={theme} />
                  {choices[theme]}
                </span>
              }
            />
          </div>
        ))}
      </RadioGroup>
    </SettingRow>
  );
}
