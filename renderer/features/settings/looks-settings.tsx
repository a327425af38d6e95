import { useStore, type StoreApi } from 'zustand';
import { ChoiceSetting } from '#renderer/features/settings/choice-setting.tsx';
import { ThemeSetting } from '#renderer/features/settings/theme-setting.tsx';
import { settingsText } from '#renderer/features/settings/texts.ts';
import {
  densities,
  textSizeChoices,
  type Preferences,
  type PreferencesStore,
} from '#renderer/core/preferences/preferences.ts';

/** Theme, text size and density. */
export function LooksSettings({ store }: { readonly store: StoreApi<PreferencesStore> }) {
  const preferences = useStore(store, (state) => state.preferences);
  const change = (part: Partial<Preferences>): void => store.getState().change(part);
  const { textSize, density } = settingsText;
  return (
    <>
      <ThemeSetting chosen={preferences.theme} onChoose={(theme) => change({ theme })} />
      <ChoiceSetting
        id="textSize"
        label={textSize.label}
        hint={textSize.hint}
        choices={textSizeChoices.map((value) => ({ value, label: textSize.choice(value) }))}
        chosen={preferences.textSize}
        onChoose={(value) => change({ textSize: value })}
      />
      <ChoiceSetting
        id="density"
        label={density.label}
        hint={density.hint}
        choices={densities.map((value) => ({ value, label: density.choices[value] }))}
        chosen={preferences.density}
        onChoose={(value) => change({ density: value })}
      />
    </>
  );
}
