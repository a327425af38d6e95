import { CounterBadge } from '@fluentui/react-components';

/** How many things wait behind a link; nothing while none do. */
export function CountBadge({ count }: { readonly count: number }) {
  return count > 0 ? <CounterBadge size="small" count={count} overflowCount={999} /> : null;
}
