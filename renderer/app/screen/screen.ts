/** What the person looks at. */
export type Screen =
  | { readonly kind: 'inbox' }
  | { readonly kind: 'case'; readonly usulId: string }
  | { readonly kind: 'outbox' }
  | { readonly kind: 'settings' };

const casePattern = /^#\/periksa\/([0-9a-f-]{36})$/;

/** The screen that an address names; the inbox for anything unknown. */
export function screenOf(hash: string): Screen {
  const usulId = casePattern.exec(hash)?.[1];
  if (usulId !== undefined) return { kind: 'case', usulId };
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
    case 'settings':
      return '#/pengaturan';
  }
}
