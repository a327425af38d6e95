import {
  ArrowUpload20Regular,
  CalendarLtr20Regular,
  ClipboardTaskListLtr20Regular,
  Desktop20Regular,
  History20Regular,
  Home20Regular,
  MailInbox20Regular,
  PeopleSwap20Regular,
  PeopleTeam20Regular,
} from '@fluentui/react-icons';
import { accountsText } from '#renderer/features/admin/accounts/texts.ts';
import { appointmentsText } from '#renderer/features/admin/appointments/texts.ts';
import { assignmentText } from '#renderer/features/admin/assignment/texts.ts';
import { auditText } from '#renderer/features/admin/audit/texts.ts';
import { devicesText } from '#renderer/features/admin/devices/texts.ts';
import { heldText } from '#renderer/features/admin/held/texts.ts';
import { adminHelp } from '#renderer/features/admin/help.ts';
import { importsText } from '#renderer/features/admin/imports/texts.ts';
import { overviewText } from '#renderer/features/admin/overview/texts.ts';
import { adminAddresses } from '#renderer/features/admin/parts/addresses.ts';
import { adminKeys, adminListKeys } from '#renderer/features/admin/parts/keys.ts';
import { scheduleText } from '#renderer/features/admin/schedule/texts.ts';
import type { Feature } from '#renderer/frame/feature.ts';
import { declareScreen } from '#renderer/frame/screen.tsx';

const listKeys = [adminListKeys, adminKeys];

const overviewScreen = declareScreen(
  {
    kind: 'admin-overview',
    address: adminAddresses.overview,
    title: overviewText.title,
    help: adminHelp.overview,
    keys: [adminKeys],
    link: { icon: <Home20Regular /> },
    guide: 'none',
  },
  async () =>
    (await import('#renderer/features/admin/overview/overview-screen.tsx')).OverviewScreen,
);

const accountsScreen = declareScreen(
  {
    kind: 'admin-accounts',
    address: adminAddresses.accounts,
    title: accountsText.title,
    help: adminHelp.accounts,
    keys: listKeys,
    link: { icon: <PeopleTeam20Regular /> },
    guide: 'none',
  },
  async () =>
    (await import('#renderer/features/admin/accounts/accounts-screen.tsx')).AccountsScreen,
);

const appointmentsScreen = declareScreen(
  {
    kind: 'admin-appointments',
    address: adminAddresses.appointments,
    title: appointmentsText.title,
    help: adminHelp.appointments,
    keys: listKeys,
    link: { icon: <ClipboardTaskListLtr20Regular /> },
    guide: 'none',
  },
  async () =>
    (await import('#renderer/features/admin/appointments/appointments-screen.tsx'))
      .AppointmentsScreen,
);

const assignmentScreen = declareScreen(
  {
    kind: 'admin-assignment',
    address: adminAddresses.assignment,
    title: assignmentText.title,
    help: adminHelp.assignment,
    keys: [adminKeys],
    link: { icon: <PeopleSwap20Regular /> },
    guide: 'none',
  },
  async () =>
    (await import('#renderer/features/admin/assignment/assignment-screen.tsx')).AssignmentScreen,
);

const devicesScreen = declareScreen(
  {
    kind: 'admin-devices',
    address: adminAddresses.devices,
    title: devicesText.title,
    help: adminHelp.devices,
    keys: listKeys,
    link: { icon: <Desktop20Regular /> },
    guide: 'none',
  },
  async () => (await import('#renderer/features/admin/devices/devices-screen.tsx')).DevicesScreen,
);

const heldScreen = declareScreen(
  {
    kind: 'admin-held',
    address: adminAddresses.held,
    title: heldText.title,
    help: adminHelp.held,
    keys: listKeys,
    link: { icon: <MailInbox20Regular /> },
    guide: 'none',
  },
  async () => (await import('#renderer/features/admin/held/held-screen.tsx')).HeldScreen,
);

const scheduleScreen = declareScreen(
  {
    kind: 'admin-schedule',
    address: adminAddresses.schedule,
    title: scheduleText.title,
    help: adminHelp.schedule,
    keys: [adminKeys],
    link: { icon: <CalendarLtr20Regular /> },
    guide: 'none',
  },
  async () =>
    (await import('#renderer/features/admin/schedule/schedule-screen.tsx')).ScheduleScreen,
);

const importsScreen = declareScreen(
  {
    kind: 'admin-imports',
    address: adminAddresses.imports,
    title: importsText.title,
    help: adminHelp.imports,
    keys: [adminListKeys],
    link: { icon: <ArrowUpload20Regular /> },
    guide: 'none',
  },
  async () => (await import('#renderer/features/admin/imports/imports-screen.tsx')).ImportsScreen,
);

const auditScreen = declareScreen(
  {
    kind: 'admin-audit',
    address: adminAddresses.audit,
    title: auditText.title,
    help: adminHelp.audit,
    keys: listKeys,
    link: { icon: <History20Regular /> },
    guide: 'none',
  },
  async () => (await import('#renderer/features/admin/audit/audit-screen.tsx')).AuditScreen,
);

/** What an admin of an instansi, or of BKN, looks after; online, and nothing of it stays on the PC. */
export const adminFeature: Feature = {
  name: 'admin',
  roles: ['admin'],
  screens: [
    overviewScreen,
    accountsScreen,
    appointmentsScreen,
    assignmentScreen,
    devicesScreen,
    heldScreen,
    scheduleScreen,
    importsScreen,
    auditScreen,
  ],
};
