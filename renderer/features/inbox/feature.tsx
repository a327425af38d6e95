import { MailInbox20Regular } from '@fluentui/react-icons';
import { inboxHelp, inboxHelpByRole } from '#renderer/features/inbox/text/help.ts';
import { inboxText } from '#renderer/features/inbox/text/inbox.ts';
import type { Feature } from '#renderer/frame/feature.ts';
import { decidingRoles } from '#renderer/frame/role.ts';
import { listKeys } from '#renderer/frame/list-keys.ts';
import { declareScreen } from '#renderer/frame/screen.tsx';

/** "Kotak Masuk". */
export const inboxScreen = declareScreen(
  {
    kind: 'inbox',
    address: '/kotak-masuk',
    title: inboxText.title,
    help: inboxHelp,
    byRole: inboxHelpByRole,
    keys: [listKeys],
    link: { icon: <MailInbox20Regular /> },
  },
  async () => (await import('#renderer/features/inbox/inbox-screen.tsx')).InboxScreen,
);

/** What waits for the account, as a list. */
export const inboxFeature: Feature = {
  name: 'inbox',
  roles: decidingRoles,
  screens: [inboxScreen],
};
