import { CheckboxCheckedSync20Regular } from '@fluentui/react-icons';
import { useStore } from 'zustand';
import { bulkHelp } from '#renderer/features/bulk/help.ts';
import { bulkKeys, bulkListKeys } from '#renderer/features/bulk/keys.ts';
import { bulkText } from '#renderer/features/bulk/texts.ts';
import { phaseOf, sampleOf } from '#renderer/core/bulk/bulk-view.ts';
import type { BulkStore } from '#renderer/core/bulk/bulk-contract.ts';
import type { Desk } from '#renderer/core/desk-contract.ts';
import type { Feature } from '#renderer/frame/feature.ts';
import { declareScreen } from '#renderer/frame/screen.tsx';
import { CountBadge } from '#renderer/ui/parts/count-badge.tsx';
import { deciderOf } from '#shared/workflow/authority/authority.ts';

/** "Setujui Massal". */
export const bulkScreen = declareScreen(
  {
    kind: 'bulk',
    address: '/setujui-massal',
    title: bulkText.title,
    help: bulkHelp,
    keys: [bulkKeys, bulkListKeys],
    link: { icon: <CheckboxCheckedSync20Regular />, Badge: BulkBadge },
  },
  async () => (await import('#renderer/features/bulk/bulk-screen.tsx')).BulkScreen,
);

/** Many usul approved at once, after a sample of them was looked at. */
export const bulkFeature: Feature = {
  name: 'bulk',
  roles: [deciderOf('persetujuan')],
  screens: [bulkScreen],
};

/** How much of a sample is left to look at; one where the rest waits to be confirmed, or something was refused. */
function BulkBadge({ desk }: { readonly desk: Pick<Desk, 'bulk'> }) {
  return <CountBadge count={useStore(desk.bulk, countOpen)} />;
}

function countOpen(bulk: BulkStore): number {
  if (bulk.refused) return 1;
  const phase = phaseOf(bulk, null);
  if (phase === 'sahkan') return 1;
  if (phase !== 'sampel' || !bulk.batch) return 0;
  const { items, done } = sampleOf(bulk.batch, bulk.decided);
  return items.length - done;
}
