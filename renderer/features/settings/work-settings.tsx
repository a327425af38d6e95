import { Switch } from '@fluentui/react-components';
import { useStore, type StoreApi } from 'zustand';
import { ChoiceSetting } from '#renderer/features/settings/choice-setting.tsx';
import { SettingRow, settingIds } from '#renderer/features/settings/setting-row.tsx';
import { settingsText } from '#renderer/features/settings/texts.ts';
import {
  outcomeKeySets,
  type Preferences,
  type PreferencesStore,
} from '#renderer/core/preferences/preferences.ts';

interface WorkSettingsProps {
  readonly store: StoreApi<PreferencesStore>;
}

/** How one decides. */
export function WorkSettings({ store }: WorkSettingsProps) {
  const preferences = useStore(store, (state) => state.preferences);
  const change = (part: Partial<Preferences>): void => store.getState().change(part);
  const { outcomeKeys, suggestOutcome } = settingsText;
  const { labelId, hintId } = settingIds('suggestOutcome');
  return (
    <>
      <ChoiceSetting
        id="outcomeKeys"
        label={outcomeKeys.label}
        hint={outcomeKeys.hint}
        choices={outcomeKeySets.map((value) => ({ value, label: outcomeKeys.choices[value] }))}
        chosen={preferences.outcomeKeys}
        onChoose={(value) => change({ outcomeKeys: value })}
      />
      <SettingRow id="suggestOutcome" label={suggestOutcome.label} hint={suggestOutcome.hint}>
        <Switch
          style={{ marginLeft: '-8px' }}
          aria-labelledby={labelId}
          aria-describedby={hintId}
          checked={preferences.suggestOutcome}
          label={preferences.suggestOutcome ? suggestOutcome.on : suggestOutcome.off}
          onChange={(_, data) => change({ suggestOutcome: data.checked })}
        />
      </SettingRow>
    </>
  );
}
