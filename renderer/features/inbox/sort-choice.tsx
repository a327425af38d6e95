import { Dropdown, makeStyles, Option } from '@fluentui/react-components';
import type { InboxSort } from '#renderer/state/store-contracts.ts';
import { inboxText } from '#renderer/ui/text/inbox.ts';

const sorts: readonly InboxSort[] = ['tenggat', 'nama', 'jenis', 'diajukan'];

const useStyles = makeStyles({ root: { minWidth: '150px', width: '160px' } });

interface SortChoiceProps {
  readonly sort: InboxSort;
  readonly onSort: (sort: InboxSort) => void;
}

/** The order of the list. */
export function SortChoice({ sort, onSort }: SortChoiceProps) {
  const styles = useStyles();
  return (
    <Dropdown
      size="small"
      className={styles.root}
      aria-label={inboxText.sort}
      value={inboxText.sorts[sort]}
      selectedOptions={[sort]}
      onOptionSelect={(_, data) => onSort(sorts.find((id) => id === data.optionValue) ?? sort)}
    >
      {sorts.map((id) => (
        <Option key={id} value={id}>
          {inboxText.sorts[id]}
        </Option>
      ))}
    </Dropdown>
  );
}
