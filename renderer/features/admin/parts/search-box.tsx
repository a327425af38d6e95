import type { Ref } from 'react';
import { makeStyles } from '@fluentui/react-components';
import { ListSearch } from '#renderer/ui/parts/list-search.tsx';

const useStyles = makeStyles({ search: { flex: '0 1 260px', minWidth: '180px' } });

interface SearchBoxProps {
  readonly words: { readonly label: string; readonly hint: string };
  readonly search: string;
  readonly inputRef: Ref<HTMLInputElement>;
  readonly onSearch: (search: string) => void;
  readonly onToList: () => void;
}

/** The search over a list of the administration. */
export function SearchBox(props: SearchBoxProps) {
  const styles = useStyles();
  return <ListSearch {...props} className={styles.search} />;
}
