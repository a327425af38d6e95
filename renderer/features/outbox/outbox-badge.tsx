import { useStore } from 'zustand';
import type { Desk } from '#renderer/core/desk-contract.ts';
import { CountBadge } from '#renderer/ui/parts/count-badge.tsx';

/** How many decisions are not settled yet: on their way, or back with a reason. */
export function OutboxBadge({ desk }: { readonly desk: Pick<Desk, 'outbox'> }) {
  return <CountBadge count={useStore(desk.outbox, ({ waiting, refused }) => waiting + refused)} />;
}
