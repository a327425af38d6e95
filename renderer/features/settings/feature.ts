import { settingsHelp } from '#renderer/features/settings/help.ts';
import { settingsText } from '#renderer/features/settings/texts.ts';
import type { Feature } from '#renderer/frame/feature.ts';
import { declareScreen } from '#renderer/frame/screen.tsx';
import { roles } from '#shared/workflow/authority/account.ts';

/** "Pengaturan". */
export const settingsScreen = declareScreen(
  {
    kind: 'settings',
    address: '/pengaturan',
    title: settingsText.title,
    help: settingsHelp,
    keys: [],
    guide: 'none',
  },
  async () => (await import('#renderer/features/settings/settings-screen.tsx')).SettingsScreen,
);

/** What a person sets for himself on this PC. */
export const settingsFeature: Feature = { name: 'settings', roles, screens: [settingsScreen] };
