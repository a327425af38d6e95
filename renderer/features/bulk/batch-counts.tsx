import { useMemo } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import { bulkText } from '#renderer/features/bulk/texts.ts';
import { formatCount } from '#renderer/ui/format/amounts.ts';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';
import type { ToldBulkItem } from '#shared/contract/bulk.ts';
import { recordTypes } from '#shared/records/record-types.ts';

const useStyles = makeStyles({
  root: {
    flexShrink: 0,
    display: 'grid',
    gridTemplateColumns: 'repeat(3, minmax(0, 1fr))',
    gap: '8px 24px',
    padding: '0 16px 8px',
    maxHeight: '32vh',
    overflowY: 'auto',
  },
  list: { margin: 0, fontSize: textSizes.body, lineHeight: lineHeights.body },
  of: { fontWeight: tokens.fontWeightSemibold },
  line: { display: 'flex', gap: '8px', margin: 0 },
  name: {
    flex: '1 1 0',
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  count: { flexShrink: 0, fontVariantNumeric: 'tabular-nums' },
});

/** What is in a batch: so many of each record type, OPD and verifikator, most first. */
export function BatchCounts({ items }: { readonly items: readonly ToldBulkItem[] }) {
  const styles = useStyles();
  const counts = useMemo(
    () =>
      [
        [bulkText.counts.recordType, countBy(items, (item) => recordTypes[item.recordType].label)],
        [bulkText.counts.opd, countBy(items, ({ opd }) => opd)],
        [bulkText.counts.verifikator, countBy(items, ({ verifikator }) => verifikator ?? '')],
      ] as const,
    [items],
  );
  return (
    // Long lists scroll by keyboard, too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={styles.root} tabIndex={0} aria-label={bulkText.counts.label}>
      {counts.map(([of, list]) => (
        <dl key={of} className={styles.list}>
          <dt className={styles.of}>{of}</dt>
          {list.map(([name, count]) => (
            <dd key={name} className={styles.line}>
              <span className={styles.name} title={name}>
                {name}
              </span>
              <span className={styles.count}>{formatCount(count)}</span>
            </dd>
          ))}
        </dl>
      ))}
    </section>
  );
}

function countBy(
  items: readonly ToldBulkItem[],
  of: (item: ToldBulkItem) => string,
): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(of(item), (counts.get(of(item)) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a);
}
