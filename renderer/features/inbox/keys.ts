import { bind, keyGroup } from '#renderer/ui/keys/key-group.ts';

/** What the inbox of an approver can do besides. */
export const approverKeys = keyGroup({
  scope: 'inbox-approver',
  title: 'Kotak Masuk approver',
  keys: [bind('openBulk', ['b'], 'B', 'Setujui massal, sesuai saringan')],
});
