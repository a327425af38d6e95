import type { UsulRow } from '#renderer/data/schema/stored-rows.ts';

type Urgent = Pick<UsulRow, 'deadline' | 'submittedAt' | 'id'>;

/** Most urgent first: by deadline, then the longest waiting, then by id, so that it never jumps. */
export function byUrgency(a: Urgent, b: Urgent): number {
  for (const part of ['deadline', 'submittedAt', 'id'] as const) {
    if (a[part] !== b[part]) return a[part] < b[part] ? -1 : 1;
  }
  return 0;
}
