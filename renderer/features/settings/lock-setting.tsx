import { useStore, type StoreApi } from 'zustand';
import { ChoiceSetting } from '#renderer/features/settings/choice-setting.tsx';
import { lockChoices } from '#renderer/features/settings/lock-choices.ts';
import { settingsText } from '#renderer/features/settings/texts.ts';
import type { PreferencesStore } from '#renderer/core/preferences/preferences.ts';

interface LockSettingProps {
  readonly store: StoreApi<PreferencesStore>;
  readonly longestLockMinutes: number;
}

/** When the desk locks by itself. */
export function LockSetting({ store, longestLockMinutes }: LockSettingProps) {
  const { lockMinutes: chosen } = useStore(store, (state) => state.preferences);
  const { lockMinutes } = settingsText;
  const minutes = Math.min(chosen ?? longestLockMinutes, longestLockMinutes);
  return (
    <ChoiceSetting
      id="lockMinutes"
      label={lockMinutes.label}
      hint={lockMinutes.hint(longestLockMinutes)}
      choices={lockChoices(longestLockMinutes).map((value) => ({
        value,
        label: lockMinutes.choice(value),
      }))}
      chosen={minutes}
      onChoose={(value) =>
        // The longest means "as the server says", also when the server changes its mind.
        store.getState().change({ lockMinutes: value === longestLockMinutes ? null : value })
      }
    />
  );
}
