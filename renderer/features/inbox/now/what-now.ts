import { inboxNowText } from '#renderer/features/inbox/text/now.ts';
import type { WorkPace } from '#renderer/core/inbox/work-pace.ts';

/** The one sentence that says where to begin. */
export function whatNow(
  work: Pick<WorkPace, 'waiting' | 'overdue' | 'urgent' | 'needed' | 'suffices'>,
): string {
  const { waiting, overdue, urgent, needed, suffices } = work;
  if (waiting === 0) return inboxNowText.nothing;
  if (overdue > 0) return inboxNowText.startOverdue(overdue);
  if (suffices === false) return inboxNowText.tooSlow(needed);
  if (urgent > 0) return inboxNowText.startUrgent(urgent);
  return suffices === null ? inboxNowText.noHurry : inboxNowText.enough;
}
