import type { FieldEvidence } from '#renderer/evidence/matching/field-evidence.ts';

/** How often each status was given. */
export type StatusCount = Readonly<Record<FieldEvidence['status'], number>>;

/** Counts statuses. */
export function countStatuses(all: readonly FieldEvidence['status'][]): StatusCount {
  const of = (status: FieldEvidence['status']): number =>
    all.filter((one) => one === status).length;
  return {
    ditemukan: of('ditemukan'),
    berbeda: of('berbeda'),
    mirip: of('mirip'),
    tidak_ditemukan: of('tidak_ditemukan'),
  };
}

/** Four columns of six: ditemukan, berbeda, mirip, tidak ditemukan. */
export function statusText({ ditemukan, berbeda, mirip, tidak_ditemukan }: StatusCount): string {
  return [ditemukan, berbeda, mirip, tidak_ditemukan]
    .map((count) => String(count).padStart(6))
    .join('');
}

/** Heading of those columns. */
export const statusHeading = ' found other like none'.replaceAll(/ (\w+)/g, (_, word: string) =>
  word.padStart(6),
);
