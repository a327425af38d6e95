import { isLocalDate, type LocalDate } from '#shared/kernel/local-date.ts';
import {
  periodSchema,
  periodStages,
  type Period,
  type PeriodStage,
} from '#shared/workflow/schedule/period.ts';

/** A period as it is typed. */
export interface PeriodTyped {
  readonly name: string;
  readonly legalBasis: string;
  readonly stages: Readonly<Record<PeriodStage, { readonly from: string; readonly until: string }>>;
  readonly cutOffDay: string;
  readonly closedOn: string;
}

/** A period to be changed, or an empty one that begins today. */
export function typedOf(period: Period | null, today: LocalDate): PeriodTyped {
  const spanOf = (stage: PeriodStage) => {
    const span = period?.stages[stage];
    return { from: span?.from ?? today, until: span?.until ?? '' };
  };
  return {
    name: period?.name ?? '',
    legalBasis: period?.legalBasis ?? '',
    stages: {
      persiapan: spanOf('persiapan'),
      unggah: spanOf('unggah'),
      verifikasi: spanOf('verifikasi'),
      validasi: spanOf('validasi'),
      persetujuan: spanOf('persetujuan'),
    },
    cutOffDay: period?.cutOffDay?.toString() ?? '',
    closedOn: period?.closedOn ?? '',
  };
}

/** The period that was typed; null where its days or its cut-off are none. */
export function periodOf(id: string, typed: PeriodTyped): Period | null {
  const { name, legalBasis, stages, cutOffDay, closedOn } = typed;
  const spans = periodStages.map((stage) => {
    const { from, until } = stages[stage];
    return [stage, { from, until: until === '' ? null : until }];
  });
  const parsed = periodSchema.safeParse({
    id,
    name: name.trim(),
    legalBasis: legalBasis.trim(),
    stages: Object.fromEntries(spans),
    cutOffDay: cutOffDay.trim() === '' ? null : Number(cutOffDay),
    closedOn: closedOn === '' ? null : closedOn,
  });
  return parsed.success ? parsed.data : null;
}

/** Whether a period lets usul in on a day, or will. */
export function opensUpload({ stages, closedOn }: Period, today: LocalDate): boolean {
  const { until } = stages.unggah;
  const isOver = until !== null && until < today;
  return !isOver && (closedOn === null || (isLocalDate(closedOn) && closedOn > today));
}
