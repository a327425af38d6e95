import { textSizes } from '#renderer/ui/sizes.ts';

/** While the record has little room: old value above the proposed one. */
export const narrow = '@container (max-width: 540px)';

const label = `calc(${textSizes.dense} * 10)`;
const narrowLabel = `calc(${textSizes.dense} * 8.5)`;
const verdicts = '102px';

/** Columns of the list: label, old value (only where there is one), proposed value, verdict. */
export const columns = {
  two: `${label} minmax(0, 1fr) ${verdicts}`,
  three: `${label} minmax(0, 1fr) minmax(0, 1fr) ${verdicts}`,
  narrow: `${narrowLabel} minmax(0, 1fr) ${verdicts}`,
} as const;
