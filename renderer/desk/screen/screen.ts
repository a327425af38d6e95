/** What the person looks at. */
export type Screen =
  | { readonly kind: 'inbox' }
  | { readonly kind: 'case'; readonly usulId: string }
  | { readonly kind: 'outbox' }
  /** Returned decisions, from one of them or (null) the first. */
  | { readonly kind: 'conflicts'; readonly decisionId: string | null }
  | { readonly kind: 'settings' };

const casePattern = /^#\/periksa\/([0-9a-f-]{36})$/;

const conflictPattern = /^#\/perlu-diperiksa(?:\/([0-9a-f-]{36}))?$/;

/** The screen that an address names; the inbox for anything unknown. */
export function screenOf(hash: string): Screen {
  const usulId = casePattern.exec(hash)?.[1];
  if (usulId !== undefined) return { kind: 'case', usulId };
  const conflict = conflictPattern.exec(hash);
  if (conflict) return { kind: 'conflicts', decisionId: conflict[1] ?? null };
  if (hash === '#/antrean-kirim') return { kind: 'outbox' };
  return hash === '#/pengaturan' ? { kind: 'settings' } : { kind: 'inbox' };
}

/** The address of a screen, so that a reload comes back to it. */
export function hashOf(screen: Screen): string {
  switch (screen.kind) {
    case 'inbox':
      return '#/kotak-masuk';
    case 'case':
      return `#/periksa/${screen.usulId}`;
    case 'outbox':
      return '#/antrean-kirim';
    case 'conflicts':
      return screen.decisionId === null
        ? '#/perlu-diperiksa'
        : `#/perlu-diperiksa/${screen.decisionId}`;
    case 'settings':
      return '#/pengaturan';
  }
}
