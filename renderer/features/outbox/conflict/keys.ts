import { bind, keyGroup, type ActionOf } from '#renderer/ui/keys/key-group.ts';

/** What works before a decision that came back. */
export const conflictKeys = keyGroup({
  scope: 'konflik',
  title: 'Perlu Diperiksa Lagi',
  keys: [
    bind('previousConflict', ['ArrowLeft', '['], '← / [', 'Keputusan sebelumnya'),
    bind('nextConflict', ['ArrowRight', ']'], '→ / ]', 'Keputusan berikutnya'),
    bind('redoDecision', ['Enter'], 'Enter', 'Periksa lagi di Meja Periksa'),
    bind('letGoOfDecision', ['l'], 'L', 'Lepaskan keputusan'),
    bind('leaveConflicts', ['Escape'], 'Esc', 'Kembali ke layar sebelumnya'),
  ],
});

/** What a key does before a decision that came back. */
export type ConflictAction = ActionOf<typeof conflictKeys>;
