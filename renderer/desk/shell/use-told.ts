import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { Desk } from '#renderer/core/desk-contract.ts';
import type { Announce } from '#renderer/frame/announce.ts';

/** Says once what the start found in the journal of decisions. */
export function useTold(outbox: Desk['outbox'], announce: Announce): void {
  const told = useStore(outbox, (store) => store.told);
  useEffect(() => {
    if (told !== null) announce(told);
  }, [told, announce]);
}
