import type { ReactNode } from 'react';
import { makeStyles } from '@fluentui/react-components';
import { importColumns } from '#renderer/features/admin/imports/import-columns.tsx';
import { importsText as texts } from '#renderer/features/admin/imports/texts.ts';
import { AdminList } from '#renderer/features/admin/parts/admin-list.tsx';
import { Choice } from '#renderer/features/admin/parts/choice.tsx';
import { Detail } from '#renderer/features/admin/parts/detail.tsx';
import { useRows } from '#renderer/features/admin/parts/use-rows.ts';
import type { QueryDesk } from '#renderer/core/query/query-contract.ts';
import { rowFates, type ImportRow } from '#shared/contract/admin/imports.ts';

const useStyles = makeStyles({ bar: { flexShrink: 0, padding: '0 16px 6px' } });

interface Query {
  readonly fate: ImportRow['fate'] | undefined;
}

const fates = rowFates.map((id) => ({ id, label: texts.fates[id] }));
const idOf = ({ number }: ImportRow): string => String(number);

interface ImportRowsProps {
  readonly query: QueryDesk;
  readonly id: string;
}

/** The rows of a file with what becomes of them. */
export function ImportRows({ query: lane, id }: ImportRowsProps) {
  const styles = useStyles();
  const list = useRows<ImportRow, Query>(
    ({ fate }, after, signal) => {
      const query = { id, ...(fate && { fate }), ...(after && { after }) };
      return lane.ask('adminImportRows', { query }, signal);
    },
    { fate: undefined },
  );
  const { fate } = list.query;
  return (
    <>
      <div className={styles.bar}>
        <Choice
          label={texts.fate}
          choices={fates}
          chosen={fate}
          onChoose={(wanted) => list.ask({ fate: wanted })}
        />
      </div>
      <AdminList
        label={texts.list}
        list={list}
        idOf={idOf}
        columnsFor={importColumns}
        resetOn={fate ?? ''}
        empty={texts.empty}
        detail={rowDetail}
      />
    </>
  );
}

function rowDetail({ title, fate, why }: ImportRow): ReactNode {
  return (
    <Detail
      facts={[
        [texts.columns.title, title],
        [texts.columns.fate, texts.fates[fate]],
        [texts.columns.why, why],
      ]}
    />
  );
}
