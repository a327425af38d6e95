import { bind, keyGroup } from '#renderer/ui/keys/key-group.ts';

/** What works in the settings. */
export const settingsKeys = keyGroup({
  scope: 'pengaturan',
  title: 'Pengaturan',
  keys: [bind('leaveSettings', ['Escape'], 'Esc', 'Kembali ke layar sebelumnya')],
});
