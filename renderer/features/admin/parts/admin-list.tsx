import { useCallback, useMemo, useState, type ReactNode, type Ref } from 'react';
import { Button, makeStyles } from '@fluentui/react-components';
import { adminListKeys } from '#renderer/features/admin/parts/keys.ts';
import { adminText } from '#renderer/features/admin/parts/texts.ts';
import type { PagedRows } from '#renderer/core/admin/paged-rows.ts';
import { DataTable, type DataTableHandle } from '#renderer/ui/parts/data-table/data-table.tsx';
import type { TableColumn } from '#renderer/ui/parts/data-table/table-model.ts';
import { Notice } from '#renderer/ui/parts/notice.tsx';
import { Waiting } from '#renderer/ui/parts/waiting.tsx';

const useStyles = makeStyles({
  foot: { flexShrink: 0, display: 'flex', justifyContent: 'center', padding: '6px' },
});

interface AdminListProps<Row> {
  readonly label: string;
  readonly list: Pick<
    PagedRows<Row, object>,
    'rows' | 'ready' | 'loading' | 'next' | 'more' | 'failure' | 'reload'
  >;
  readonly idOf: (row: Row) => string;
  readonly columnsFor: (room: number) => readonly TableColumn<Row>[];
  /** What an opened row shows below its cells. */
  readonly detail: (row: Row) => ReactNode;
  /** Another text means that something else is shown now. */
  readonly resetOn: string;
  /** Why it is empty and what to do next, where nothing is asked for in particular; null: something is. */
  readonly empty: { readonly title: string; readonly action: string } | null;
  readonly ref?: Ref<DataTableHandle>;
}

/** Rows of the server as a table; Enter or a click opens one in place, the next page is fetched on demand. */
export function AdminList<Row>(props: AdminListProps<Row>) {
  const styles = useStyles();
  const { label, list, idOf, columnsFor, detail, resetOn, empty, ref } = props;
  const { rows, ready, loading, next } = list;
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const items = useMemo(
    () => rows.map((row) => ({ kind: 'row' as const, id: idOf(row), row })),
    [rows, idOf],
  );
  const toggle = useCallback(
    (row: Row) =>
      setOpened((before) => {
        const after = new Set(before);
        if (!after.delete(idOf(row))) after.add(idOf(row));
        return after;
      }),
    [idOf],
  );
  if (!ready) {
    if (list.failure) return <Retry onRetry={list.reload} />;
    return <Waiting label={adminText.loading} tooLong={adminText.slow} />;
  }
  if (rows.length === 0 && !loading) {
    const { title, action } = empty ?? {
      title: adminText.nothingFound,
      action: adminText.nothingFoundAction,
    };
    return <Notice title={title} action={action} />;
  }
  return (
    <>
      <DataTable
        keys={adminListKeys}
        label={label}
        items={items}
        columnsFor={columnsFor}
        startAt={null}
        resetOn={resetOn}
        onOpen={toggle}
        detailOf={(row) => (opened.has(idOf(row)) ? detail(row) : null)}
        {...(ref && { ref })}
      />
      {next !== null && (
        <div className={styles.foot}>
          <Button size="small" disabledFocusable={loading} onClick={list.more}>
            {loading ? adminText.loading : adminText.more}
          </Button>
        </div>
      )}
    </>
  );
}

/** The way on where the first page did not come; why stands above. */
export function Retry({ onRetry }: { readonly onRetry: () => void }) {
  return (
    <Notice title="">
      <Button onClick={onRetry}>{adminText.reload}</Button>
    </Notice>
  );
}
