import { importsText as texts } from '#renderer/features/admin/imports/texts.ts';
import { CellText } from '#renderer/ui/parts/data-table/cell-text.tsx';
import type { TableColumn } from '#renderer/ui/parts/data-table/table-model.ts';
import { emWidth } from '#renderer/ui/parts/data-table/table-sizes.ts';
import type { ImportRow } from '#shared/contract/admin/imports.ts';

const tones = { baru: 'good', berubah: 'urgent', sama: 'usual', ditolak: 'bad' } as const;

const columns: readonly TableColumn<ImportRow>[] = [
  {
    id: 'number',
    label: texts.columns.number,
    track: emWidth(5),
    cell: ({ number }) => <CellText>{number}</CellText>,
  },
  {
    id: 'title',
    label: texts.columns.title,
    track: 'minmax(0, 1.2fr)',
    cell: ({ title }) => <CellText title={title}>{title}</CellText>,
  },
  {
    id: 'fate',
    label: texts.columns.fate,
    track: emWidth(7),
    cell: ({ fate }) => <CellText tone={tones[fate]}>{texts.fates[fate]}</CellText>,
  },
  {
    id: 'why',
    label: texts.columns.why,
    track: 'minmax(0, 2fr)',
    cell: ({ why }) => <CellText title={why}>{why}</CellText>,
  },
];

/** The columns of the rows of a file, whatever room there is. */
export function importColumns(): readonly TableColumn<ImportRow>[] {
  return columns;
}
