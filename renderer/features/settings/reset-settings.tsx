import { Button } from '@fluentui/react-components';
import type { StoreApi } from 'zustand';
import { SettingRow, settingIds } from '#renderer/features/settings/setting-row.tsx';
import { settingsText } from '#renderer/features/settings/texts.ts';
import {
  defaultPreferences,
  type Preferences,
  type PreferencesStore,
} from '#renderer/core/preferences/preferences.ts';

interface ResetSettingsProps {
  readonly store: StoreApi<PreferencesStore>;
  readonly onInbox: () => void;
  readonly announce: (sentence: string) => void;
}

/** The usual layout again, and the guide once more. */
export function ResetSettings({ store, onInbox, announce }: ResetSettingsProps) {
  const { layout, guide } = settingsText;
  const change = (part: Partial<Preferences>): void => store.getState().change(part);
  return (
    <>
      <SettingRow id="layout" label={layout.label} hint={layout.hint}>
        <Button
          aria-describedby={settingIds('layout').hintId}
          onClick={() => {
            change(usualLayout());
            announce(layout.done);
          }}
        >
          {layout.action}
        </Button>
      </SettingRow>
      <SettingRow id="guide" label={guide.label} hint={guide.hint}>
        <Button
          aria-describedby={settingIds('guide').hintId}
          onClick={() => {
            change({ guideDone: false });
            onInbox();
          }}
        >
          {guide.action}
        </Button>
      </SettingRow>
    </>
  );
}

function usualLayout(): Partial<Preferences> {
  const { recordShare, queueOpen, thumbnailsShown, sideBySide, focusMode } = defaultPreferences;
  const { documentViews, rotations } = defaultPreferences;
  return {
    recordShare,
    queueOpen,
    thumbnailsShown,
    sideBySide,
    focusMode,
    documentViews,
    rotations,
  };
}
