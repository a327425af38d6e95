import { makeStyles, Tab, TabList, Text } from '@fluentui/react-components';
import type { InboxStatus, InboxStore } from '#renderer/state/store-contracts.ts';
import { formatCount } from '#renderer/ui/format/amounts.ts';
import { inboxText } from '#renderer/ui/text/inbox.ts';

const order: readonly InboxStatus[] = [
  'belum_diperiksa',
  'sudah_diputuskan',
  'ditolak_server',
  'koordinasi',
  'perbaikan',
  'lanjut',
];

const all = 'semua';

const useStyles = makeStyles({ root: { paddingLeft: '6px' }, count: { marginLeft: '6px' } });

interface StatusTabsProps {
  readonly statuses: readonly InboxStatus[];
  readonly counts: InboxStore['counts'];
  readonly total: number;
  readonly onSelect: (statuses: readonly InboxStatus[]) => void;
}

/** Chooses one state, or all, with the number of usul in each. */
export function StatusTabs({ statuses, counts, total, onSelect }: StatusTabsProps) {
  const styles = useStyles();
  return (
    <TabList
      size="small"
      className={styles.root}
      aria-label={inboxText.status}
      selectedValue={statuses.length === 0 ? all : (statuses[0] ?? all)}
      onTabSelect={(_, data) => onSelect(order.filter((status) => status === data.value))}
    >
      {order.map((status) => (
        <Tab key={status} value={status}>
          {inboxText.statuses[status]}
          <Text size={200} className={styles.count}>
            {formatCount(counts[status])}
          </Text>
        </Tab>
      ))}
      <Tab value={all}>
        {inboxText.all}
        <Text size={200} className={styles.count}>
          {formatCount(total)}
        </Text>
      </Tab>
    </TabList>
  );
}
