import type { PlannedUsul } from '#server/seed/plan/demo-plan.ts';
import type { ShownUsul } from '#tests/bench/evidence/demo/shown-usul.ts';

/** Ways in which a planted fault comes to a person's notice: the plainest one that holds. */
export const noticedBy = ['warning', 'another value', 'not found', 'nothing'] as const;
/** Way in which a planted fault comes to a person's notice. */
export type NoticedBy = (typeof noticedBy)[number];

/** How the screen shows a planted fault; a document that cannot be opened counts by its fields. */
export function noticeOf({ fault }: PlannedUsul, shown: ShownUsul): NoticedBy {
  const own = (fault?.fields ?? []).flatMap((field) => shown.fields.get(field) ?? []);
  if (shown.warnings.length > 0) return 'warning';
  if (own.some(({ status }) => status === 'mirip')) return 'another value';
  if (own.some(({ status }) => status === 'tidak_ditemukan')) return 'not found';
  return 'nothing';
}

/** What the screen says against an usul in which nothing is wrong. */
export interface HonestUsul {
  readonly warnings: readonly string[];
  /** Fields at whose label another value is said to stand. */
  readonly differing: readonly string[];
  readonly found: number;
  readonly fields: number;
}

/** Judges an usul without a fault. */
export function judgeHonest({ fields, warnings }: ShownUsul): HonestUsul {
  const all = [...fields.values()];
  return {
    warnings: warnings.map(({ kind, detail }) => (detail === '' ? kind : `${kind} (${detail})`)),
    differing: all
      .filter((one) => one.status === 'mirip' && one.because === 'berbeda')
      .map(({ field }) => field),
    found: all.filter(({ status }) => status === 'ditemukan').length,
    fields: all.length,
  };
}
