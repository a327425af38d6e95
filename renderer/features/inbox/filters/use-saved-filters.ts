import { useStore } from 'zustand';
import type { SavedFilterPorts } from '#renderer/features/inbox/filters/inbox-toolbar.tsx';
import { saveFilter } from '#renderer/features/inbox/filters/present-filter.ts';
import type { Desk } from '#renderer/core/desk-contract.ts';
import type { SavedFilter } from '#renderer/core/inbox/inbox-query.ts';

/** The saved filters of the account: to save the one in view, to use one, to throw one away. */
export function useSavedFilters({
  inbox,
  preferences,
}: Pick<Desk, 'inbox' | 'preferences'>): SavedFilterPorts {
  const saved = useStore(preferences, (state) => state.preferences.savedFilters);
  const keep = (savedFilters: readonly SavedFilter[]): void =>
    preferences.getState().change({ savedFilters });
  return {
    saved,
    onChange: keep,
    onSave: (name) => {
      const { filter, sort } = inbox.getState();
      keep(saveFilter(saved, name, filter, sort));
    },
    onApply: ({ filter, sort }) => {
      const store = inbox.getState();
      store.setFilter(filter);
      store.setSort(sort);
    },
  };
}
