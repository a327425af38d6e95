import type { StoreApi } from 'zustand/vanilla';
import type { PreferencesStore } from '#renderer/core/preferences/preferences.ts';
import type { InboxFilter, InboxSort } from '#renderer/core/inbox/inbox-query.ts';

/** Filter and sort as they are kept: never what names a person. */
export interface KeptView {
  readonly filter: InboxFilter;
  readonly sort: InboxSort;
}

/** Memory of the filter and sort of the person at the desk. */
export interface FilterMemory {
  /** What the preferences say. */
  kept(): KeptView;
  /** The person chose: from now on the preferences follow, no longer lead. */
  keep(view: KeptView): void;
  /** Somebody else may sit down: the preferences lead again. */
  release(): void;
}

/**
 * Ties filter and sort to the preferences. As long as the person chose nothing, `follow` is told whenever the
 * preferences become another, so also when those of the account are read after the list is there; what was chosen
 * before that is kept above them.
 */
export function rememberFilter(
  preferences: StoreApi<PreferencesStore>,
  follow: (view: KeptView) => void,
): FilterMemory {
  let chosen: KeptView | null = null;
  const kept = (): KeptView => {
    const { inboxFilter, inboxSort } = preferences.getState().preferences;
    return { filter: anonymous(inboxFilter), sort: inboxSort };
  };
  const write = ({ filter, sort }: KeptView): void => {
    if (sameView({ filter, sort }, kept())) return;
    preferences.getState().change({ inboxFilter: anonymous(filter), inboxSort: sort });
  };
  preferences.subscribe((now, before) => {
    if (chosen && now.ready && !before.ready) return write(chosen);
    const same =
      now.preferences.inboxFilter === before.preferences.inboxFilter &&
      now.preferences.inboxSort === before.preferences.inboxSort;
    if (!chosen && !same) follow(kept());
  });
  return {
    kept,
    keep: (view) => {
      chosen = view;
      write(view);
    },
    release: () => {
      chosen = null;
    },
  };
}

// A search and a NIP name a person; they are for this sitting only.
function anonymous(filter: InboxFilter): InboxFilter {
  return { ...filter, search: '', nip: '' };
}

// While a person types into the search, what is kept stays the same: nothing is written at every key.
function sameView(a: KeptView, b: KeptView): boolean {
  return a.sort === b.sort && JSON.stringify(anonymous(a.filter)) === JSON.stringify(b.filter);
}
