import {
  accountChangeSchema,
  accountIdSchema,
  accountsPageSchema,
  accountsQuerySchema,
  activationSlipSchema,
  managedAccountSchema,
  newAccountSchema,
} from '#shared/contract/admin/accounts.ts';
import {
  appointmentEndSchema,
  appointmentsPageSchema,
  appointmentsQuerySchema,
  givenAppointmentSchema,
  newAppointmentSchema,
  officesSchema,
} from '#shared/contract/admin/appointments.ts';
import { assignmentRoutes } from '#shared/contract/admin/assignment-routes.ts';
import { auditPageSchema, auditQuerySchema } from '#shared/contract/admin/audit.ts';
import {
  deviceRulingSchema,
  devicesPageSchema,
  devicesQuerySchema,
} from '#shared/contract/admin/devices.ts';
import {
  heldDecisionsSchema,
  heldOutcomeSchema,
  heldRulingSchema,
} from '#shared/contract/admin/handovers.ts';
import { adminOverviewSchema } from '#shared/contract/admin/overview.ts';
import { managedScheduleSchema, scheduleChangeSchema } from '#shared/contract/admin/schedule.ts';
import { slipsRequestSchema, slipsSchema } from '#shared/contract/admin/slips.ts';

const admin = ['admin'] as const;
/** A form that a person fills in. */
const formBytes = 16_384;
/** A year of holidays, and a period. */
const scheduleBytes = 262_144;

/**
 * What an admin does: over the own instansi (or the offices of BKN) alone; whatever lies elsewhere is answered as if it did not
 * exist. What changes something names all of it in its body, which the PC signs, and is audited with the appointment under which it was done.
 */
export const adminRoutes = {
  ...assignmentRoutes,
  adminOverview: {
    method: 'GET',
    path: '/api/v1/admin/overview',
    summary: 'How far the instansi was set up, and what waits for its admin.',
    access: admin,
    pace: 'sering',
    answer: adminOverviewSchema,
  },
  adminOffices: {
    method: 'GET',
    path: '/api/v1/admin/offices',
    summary: 'What an appointment may be over.',
    access: admin,
    pace: 'sering',
    answer: officesSchema,
  },
  adminAccounts: {
    method: 'GET',
    path: '/api/v1/admin/accounts',
    summary: 'Accounts of those who work in the instansi or act for it, by name.',
    access: admin,
    pace: 'sering',
    query: accountsQuerySchema,
    answer: accountsPageSchema,
  },
  adminAddAccount: {
    method: 'POST',
    path: '/api/v1/admin/accounts',
    summary: 'Add an account; it gets a code, which is told once, and no password.',
    access: admin,
    pace: 'jarang',
    body: newAccountSchema,
    bodyBytes: formBytes,
    signed: true,
    answer: activationSlipSchema,
  },
  adminResetAccount: {
    method: 'POST',
    path: '/api/v1/admin/accounts/reset',
    summary:
      'Take the password of an account away, and its sessions; it gets a code, which is told once.',
    access: admin,
    pace: 'jarang',
    body: accountIdSchema,
    bodyBytes: formBytes,
    signed: true,
    answer: activationSlipSchema,
  },
  adminChangeAccount: {
    method: 'POST',
    path: '/api/v1/admin/accounts/state',
    summary: 'Close an account, or open it again.',
    access: admin,
    pace: 'jarang',
    body: accountChangeSchema,
    bodyBytes: formBytes,
    signed: true,
    answer: managedAccountSchema,
  },
  adminSlips: {
    method: 'POST',
    path: '/api/v1/admin/slips',
    summary:
      'Codes for all who wait to be activated in an OPD, as slips to print; told this one time.',
    access: admin,
    pace: 'jarang',
    body: slipsRequestSchema,
    bodyBytes: formBytes,
    signed: true,
    answer: slipsSchema,
  },
  adminAppointments: {
    method: 'GET',
    path: '/api/v1/admin/appointments',
    summary: 'Who was appointed to what over the offices of the instansi, by name.',
    access: admin,
    pace: 'sering',
    query: appointmentsQuerySchema,
    answer: appointmentsPageSchema,
  },
  adminAppoint: {
    method: 'POST',
    path: '/api/v1/admin/appointments',
    summary: 'Give an appointment by a letter of assignment; never to oneself.',
    access: admin,
    pace: 'jarang',
    body: newAppointmentSchema,
    bodyBytes: formBytes,
    signed: true,
    answer: givenAppointmentSchema,
  },
  adminEndAppointment: {
    method: 'POST',
    path: '/api/v1/admin/appointments/end',
    summary: 'End an appointment, with the reason; the last admin of an instansi stays.',
    access: admin,
    pace: 'jarang',
    body: appointmentEndSchema,
    bodyBytes: formBytes,
    signed: true,
    answer: 'empty',
  },
  adminDevices: {
    method: 'GET',
    path: '/api/v1/admin/devices',
    summary: 'PCs and the accounts that use them or want to; those that wait come first.',
    access: admin,
    pace: 'sering',
    query: devicesQuerySchema,
    answer: devicesPageSchema,
  },
  adminRuleDevice: {
    method: 'POST',
    path: '/api/v1/admin/devices/ruling',
    summary: 'Approve or refuse what waits on a PC, or revoke the PC.',
    access: admin,
    pace: 'jarang',
    body: deviceRulingSchema,
    bodyBytes: formBytes,
    signed: true,
    answer: 'empty',
  },
  adminHandovers: {
    method: 'GET',
    path: '/api/v1/admin/handovers',
    summary: 'Decisions that arrived after an end and wait, with what speaks against them.',
    access: admin,
    pace: 'sering',
    answer: heldDecisionsSchema,
  },
  adminRuleHandover: {
    method: 'POST',
    path: '/api/v1/admin/handovers/ruling',
    summary: 'Release a decision that waits, or refuse it.',
    access: admin,
    pace: 'jarang',
    body: heldRulingSchema,
    bodyBytes: formBytes,
    signed: true,
    answer: heldOutcomeSchema,
  },
  adminSchedule: {
    method: 'GET',
    path: '/api/v1/admin/schedule',
    summary: 'Periods, policy of deadlines, days of rest and time zone of the instansi.',
    access: admin,
    pace: 'sering',
    answer: managedScheduleSchema,
  },
  adminKeepSchedule: {
    method: 'POST',
    path: '/api/v1/admin/schedule',
    summary: 'Keep what is named of the schedule; deadlines that were given stay.',
    access: admin,
    pace: 'jarang',
    body: scheduleChangeSchema,
    bodyBytes: scheduleBytes,
    signed: true,
    answer: managedScheduleSchema,
  },
  adminAudit: {
    method: 'GET',
    path: '/api/v1/admin/audit',
    summary: 'Who did what, the newest first.',
    access: admin,
    pace: 'sering',
    query: auditQuerySchema,
    answer: auditPageSchema,
  },
} as const;
