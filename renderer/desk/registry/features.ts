import { adminFeature } from '#renderer/features/admin/feature.tsx';
import { bulkFeature } from '#renderer/features/bulk/feature.tsx';
import { helpdeskFeature } from '#renderer/features/helpdesk/feature.tsx';
import { inboxFeature, inboxScreen } from '#renderer/features/inbox/feature.tsx';
import { outboxFeature } from '#renderer/features/outbox/feature.tsx';
import { settingsFeature } from '#renderer/features/settings/feature.ts';
import { workbenchFeature } from '#renderer/features/workbench/feature.ts';
import { rolesWithScreens } from '#renderer/desk/registry/registry.ts';
import { addressOf } from '#renderer/frame/screen.tsx';
import type { Feature } from '#renderer/frame/feature.ts';
import type { Role } from '#shared/workflow/authority/roles.ts';

/** Every task of the application. */
export const features: readonly Feature[] = [
  inboxFeature,
  bulkFeature,
  workbenchFeature,
  outboxFeature,
  adminFeature,
  helpdeskFeature,
  settingsFeature,
];

/** The roles that have a desk of their own. */
export const deskRoles: readonly Role[] = rolesWithScreens(features);

/** Where a person starts. */
export const startAddress = addressOf(inboxScreen, {});
