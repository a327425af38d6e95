import { useRef, type ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import { AdminList } from '#renderer/features/admin/parts/admin-list.tsx';
import { AdminPage } from '#renderer/features/admin/parts/admin-page.tsx';
import { adminKeys, adminListKeys } from '#renderer/features/admin/parts/keys.ts';
import { SearchBox } from '#renderer/features/admin/parts/search-box.tsx';
import { adminText } from '#renderer/features/admin/parts/texts.ts';
import type { PagedRows } from '#renderer/core/admin/paged-rows.ts';
import { useKeys } from '#renderer/ui/keys/use-keys.ts';
import type { DataTableHandle } from '#renderer/ui/parts/data-table/data-table.tsx';
import type { TableColumn } from '#renderer/ui/parts/data-table/table-model.ts';

/** What a screen of the administration that is a list says. */
export interface ListWords {
  readonly title: string;
  readonly summary: string;
  readonly list: string;
  readonly empty: { readonly title: string; readonly action: string };
}

interface ListScreenProps<Row> {
  readonly words: ListWords;
  readonly list: Pick<
    PagedRows<Row, object>,
    'query' | 'rows' | 'ready' | 'loading' | 'next' | 'more' | 'failure' | 'reload'
  >;
  readonly idOf: (row: Row) => string;
  readonly columnsFor: (room: number) => readonly TableColumn<Row>[];
  readonly detail: (row: Row) => ReactNode;
  /** What is searched for; absent where nothing can be. */
  readonly search?: {
    readonly words: { readonly label: string; readonly hint: string };
    readonly text: string;
    readonly onSearch: (text: string) => void;
  };
  /** Besides the search. */
  readonly filters?: ReactNode;
  /** What can be added; absent: nothing. */
  readonly add?: { readonly label: string; readonly onAdd: () => void };
  /** What else can be done. */
  readonly actions?: ReactNode;
  /** Dialogs over it. */
  readonly children?: ReactNode;
}

/** A screen that is a list of the server: search, filters, rows that open in place, and their keys. */
export function ListScreen<Row>(props: ListScreenProps<Row>) {
  const { words, list, search, filters, add, children } = props;
  const { reload } = list;
  const searchInput = useRef<HTMLInputElement>(null);
  const table = useRef<DataTableHandle>(null);
  useKeys([adminListKeys], { openSearch: () => searchInput.current?.select() });
  useKeys([adminKeys], { reload, ...(add && { addNew: add.onAdd }) });
  const isAll = Object.values(list.query).every((value) => value === undefined || value === '');
  return (
    <AdminPage
      title={words.title}
      summary={words.summary}
      failure={list.failure}
      actions={
        <>
          <Button size="small" onClick={reload}>
            {adminText.reload}
          </Button>
          {props.actions}
          {add && (
            <Button size="small" appearance="primary" onClick={add.onAdd}>
              {add.label}
            </Button>
          )}
        </>
      }
      bar={
        (search ?? filters) && (
          <>
            {search && (
              <SearchBox
                words={search.words}
                search={search.text}
                inputRef={searchInput}
                onSearch={search.onSearch}
                onToList={() => table.current?.focus()}
              />
            )}
            {filters}
          </>
        )
      }
    >
      <AdminList
        label={words.list}
        list={list}
        idOf={props.idOf}
        columnsFor={props.columnsFor}
        detail={props.detail}
        resetOn={JSON.stringify(list.query)}
        empty={isAll ? words.empty : null}
        ref={table}
      />
      {children}
    </AdminPage>
  );
}
