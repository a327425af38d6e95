/** Where an usul stands in the queue; `null` when the queue does not have it (decided, filtered out). */
export function placeInQueue(
  queue: readonly { readonly id: string }[],
  usulId: string,
): number | null {
  const index = queue.findIndex((row) => row.id === usulId);
  return index === -1 ? null : index;
}

/**
 * The usul before or after this one in the queue; null at its ends. From an usul that is not in the queue, "next" is the
 * first of the queue.
 */
export function neighbourOf(
  queue: readonly { readonly id: string }[],
  usulId: string,
  step: 1 | -1,
): string | null {
  const place = placeInQueue(queue, usulId);
  const next = place === null ? (step === 1 ? 0 : -1) : place + step;
  return queue[next]?.id ?? null;
}
