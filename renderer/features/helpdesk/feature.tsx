import { PersonSupport20Regular } from '@fluentui/react-icons';
import { reportHelp, ticketHelp } from '#renderer/features/helpdesk/help.ts';
import { reportKeys, ticketKeys } from '#renderer/features/helpdesk/keys.ts';
import { helpdeskText } from '#renderer/features/helpdesk/texts.ts';
import type { Feature } from '#renderer/frame/feature.ts';
import { decidingRoles } from '#renderer/frame/role.ts';
import { declareScreen } from '#renderer/frame/screen.tsx';

/** "Lapor ke helpdesk", and to its officers "Tiket". */
export const helpdeskScreen = declareScreen(
  {
    kind: 'helpdesk',
    address: '/helpdesk',
    title: helpdeskText.report,
    help: reportHelp,
    keys: [reportKeys],
    byRole: {
      helpdesk: {
        title: helpdeskText.title,
        help: ticketHelp,
        keys: [ticketKeys],
        link: { icon: <PersonSupport20Regular /> },
      },
    },
    guide: 'none',
  },
  async () => (await import('#renderer/features/helpdesk/helpdesk-screen.tsx')).HelpdeskScreen,
);

/** The helpdesk, for those who work there and those who report something to it. */
export const helpdeskFeature: Feature = {
  name: 'helpdesk',
  roles: [...decidingRoles, 'admin', 'helpdesk'],
  screens: [helpdeskScreen],
};
