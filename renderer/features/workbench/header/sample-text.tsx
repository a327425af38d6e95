import { makeStyles, tokens } from '@fluentui/react-components';
import { useStore, type StoreApi } from 'zustand';
import { workbenchText } from '#renderer/features/workbench/text/workbench.ts';
import { sampledIn, sampleOf } from '#renderer/core/bulk/bulk-view.ts';
import type { BulkStore } from '#renderer/core/bulk/bulk-contract.ts';

const useStyles = makeStyles({
  root: {
    flexShrink: 0,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorBrandForeground2,
    whiteSpace: 'nowrap',
  },
});

interface SampleTextProps {
  readonly usulId: string;
  readonly bulk: StoreApi<BulkStore>;
}

/** Which one of a sample the usul is; nothing for any other. */
export function SampleText({ usulId, bulk }: SampleTextProps) {
  const styles = useStyles();
  const { batch, decided } = useStore(bulk);
  const sampled = sampledIn(batch, usulId);
  if (!sampled) return null;
  const { items } = sampleOf(sampled, decided);
  const at = items.findIndex((item) => item.usulId === usulId) + 1;
  return (
    <span className={styles.root} data-testid="sampel-ke" title={workbenchText.sampleHint}>
      {workbenchText.sample(at, items.length)}
    </span>
  );
}
