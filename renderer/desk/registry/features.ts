import { inboxFeature, inboxScreen } from '#renderer/features/inbox/feature.tsx';
import { outboxFeature } from '#renderer/features/outbox/feature.tsx';
import { settingsFeature } from '#renderer/features/settings/feature.ts';
import { workbenchFeature } from '#renderer/features/workbench/feature.ts';
import { addressOf } from '#renderer/frame/screen.tsx';
import type { Feature } from '#renderer/frame/feature.ts';

/** Every task of the application. */
export const features: readonly Feature[] = [
  inboxFeature,
  workbenchFeature,
  outboxFeature,
  settingsFeature,
];

/** Where a person starts. */
export const startAddress = addressOf(inboxScreen, {});
