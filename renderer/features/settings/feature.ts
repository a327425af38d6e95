import { settingsHelp } from '#renderer/features/settings/help.ts';
import { settingsKeys } from '#renderer/features/settings/keys.ts';
import { settingsText } from '#renderer/features/settings/texts.ts';
import type { Feature } from '#renderer/frame/feature.ts';
import { decidingRoles } from '#renderer/frame/role.ts';
import { declareScreen } from '#renderer/frame/screen.tsx';

/** "Pengaturan". */
export const settingsScreen = declareScreen(
  {
    kind: 'settings',
    address: '/pengaturan',
    title: settingsText.title,
    help: settingsHelp,
    keys: [settingsKeys],
    guide: 'none',
  },
  async () => (await import('#renderer/features/settings/settings-screen.tsx')).SettingsScreen,
);

/** What a person sets for himself on this PC. */
export const settingsFeature: Feature = {
  name: 'settings',
  roles: [...decidingRoles, 'admin', 'helpdesk'],
  screens: [settingsScreen],
};
