import { Send20Regular } from '@fluentui/react-icons';
import { conflictHelp } from '#renderer/features/outbox/conflict/help.ts';
import { conflictKeys } from '#renderer/features/outbox/conflict/keys.ts';
import { conflictsText } from '#renderer/features/outbox/conflict/texts.ts';
import { outboxHelp } from '#renderer/features/outbox/help.ts';
import { outboxText } from '#renderer/features/outbox/texts.ts';
import type { Feature } from '#renderer/frame/feature.ts';
import { decidingRoles } from '#renderer/frame/role.ts';
import { listKeys } from '#renderer/frame/list-keys.ts';
import { declareScreen } from '#renderer/frame/screen.tsx';
import { useStore } from 'zustand';
import type { Desk } from '#renderer/core/desk-contract.ts';
import { CountBadge } from '#renderer/ui/parts/count-badge.tsx';

/** "Antrean Kirim". */
export const outboxScreen = declareScreen(
  {
    kind: 'outbox',
    address: '/antrean-kirim',
    title: outboxText.title,
    help: outboxHelp,
    keys: [listKeys],
    link: { icon: <Send20Regular />, Badge: OutboxBadge },
  },
  async () => (await import('#renderer/features/outbox/outbox-screen.tsx')).OutboxScreen,
);

/** "Perlu Diperiksa Lagi", from one of the decisions that came back or the first. */
export const returnedScreen = declareScreen(
  {
    kind: 'conflicts',
    address: '/perlu-diperiksa/:decisionId?',
    title: conflictsText.title,
    help: conflictHelp,
    keys: [conflictKeys],
    under: 'outbox',
  },
  async () =>
    (await import('#renderer/features/outbox/conflict/conflict-screen.tsx')).ConflictScreen,
);

/** Every decision made on this PC, and what has become of it. */
export const outboxFeature: Feature = {
  name: 'outbox',
  roles: decidingRoles,
  screens: [outboxScreen, returnedScreen],
};

/** How many decisions are not settled yet: on their way, or back with a reason. */
function OutboxBadge({ desk }: { readonly desk: Pick<Desk, 'outbox'> }) {
  const count = useStore(
    desk.outbox,
    ({ waiting, refused, refusedOthers }) => waiting + refused + refusedOthers.length,
  );
  return <CountBadge count={count} />;
}
