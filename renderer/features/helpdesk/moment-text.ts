import { formatDay, formatTime } from '#renderer/ui/format/dates.ts';
import { localDateOf } from '#shared/kernel/local-date.ts';

/** A moment with its day, whatever day it is now. */
export function momentText(instant: string): string {
  return `${formatDay(localDateOf(new Date(instant)))} ${formatTime(instant)}`;
}
