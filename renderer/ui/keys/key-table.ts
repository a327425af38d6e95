/** Where a key works. `dokumen` works together with `workbench`; `alasan` only while the reason list has the focus. */
export type KeyScope = 'umum' | 'inbox' | 'workbench' | 'alasan' | 'dokumen';

/** A key with its modifier; `key` as in `KeyboardEvent.key`, letters in lower case. */
export interface KeyCombo {
  readonly key: string;
  readonly ctrl?: true;
}

/** One line of the key map: what a person sees in the overlay and what the handler matches. */
export interface KeyBinding {
  readonly action: KeyAction;
  readonly scope: KeyScope;
  readonly combos: readonly KeyCombo[];
  /** As printed on the key. */
  readonly shown: string;
  readonly label: string;
  /** Works also while the person types in an input. */
  readonly whileTyping?: true;
}

/** What a key does. */
export type KeyAction =
  | 'help'
  | 'openSearch'
  | 'listUp'
  | 'listDown'
  | 'listHome'
  | 'listEnd'
  | 'listPageUp'
  | 'listPageDown'
  | 'listOpen'
  | 'fieldUp'
  | 'fieldDown'
  | 'judgeMatch'
  | 'judgeDiffer'
  | 'judgeUnreadable'
  | 'judgeAll'
  | 'chooseForward'
  | 'chooseReturn'
  | 'chooseRefuse'
  | 'chooseCoordinate'
  | 'writeNote'
  | 'decide'
  | 'previousCase'
  | 'nextCase'
  | 'leave'
  | 'toggleReason'
  | 'reasonUp'
  | 'reasonDown'
  | 'scrollDown'
  | 'scrollUp'
  | 'zoomIn'
  | 'zoomOut'
  | 'fitWidth'
  | 'rotate'
  | 'findInDocument'
  | 'nextDocument';

/**
 * Keys of the reasons, in their order: the digit row, then the letters below it. None of the letters means anything on
 * the workbench, so a slip of the focus does no harm.
 */
export const reasonKeys = [
  '1',
  '2',
  '3',
  '4',
  '5',
  '6',
  '7',
  '8',
  '9',
  '0',
  'q',
  'w',
  'e',
] as const;

/** The one key map: handlers, tooltips and the overlay derive from it. */
export const keyTable: readonly KeyBinding[] = [
  bind('help', 'umum', [{ key: '?' }], '?', 'Daftar tombol ini'),
  bind('openSearch', 'inbox', [{ key: '/' }], '/', 'Cari nama atau NIP'),
  bind('listUp', 'inbox', [{ key: 'ArrowUp' }], '↑', 'Usul sebelumnya'),
  bind('listDown', 'inbox', [{ key: 'ArrowDown' }], '↓', 'Usul berikutnya'),
  bind('listPageUp', 'inbox', [{ key: 'PageUp' }], 'PgUp', 'Satu layar ke atas'),
  bind('listPageDown', 'inbox', [{ key: 'PageDown' }], 'PgDn', 'Satu layar ke bawah'),
  bind('listHome', 'inbox', [{ key: 'Home' }], 'Home', 'Usul pertama'),
  bind('listEnd', 'inbox', [{ key: 'End' }], 'End', 'Usul terakhir'),
  bind('listOpen', 'inbox', [{ key: 'Enter' }], 'Enter', 'Buka usul'),
  bind('fieldUp', 'workbench', [{ key: 'ArrowUp' }], '↑', 'Isian sebelumnya'),
  bind('fieldDown', 'workbench', [{ key: 'ArrowDown' }], '↓', 'Isian berikutnya'),
  bind('judgeMatch', 'workbench', [{ key: 's' }, { key: '1' }], 'S / 1', 'Sesuai'),
  bind('judgeDiffer', 'workbench', [{ key: 't' }, { key: '2' }], 'T / 2', 'Tidak sesuai'),
  bind('judgeUnreadable', 'workbench', [{ key: 'b' }, { key: '3' }], 'B / 3', 'Tidak terbaca'),
  bind('judgeAll', 'workbench', [{ key: 'a' }], 'A', 'Semua sesuai'),
  bind('chooseForward', 'workbench', [{ key: 'm' }], 'M', 'Memenuhi syarat'),
  bind('chooseReturn', 'workbench', [{ key: 'p' }], 'P', 'Perlu perbaikan'),
  bind('chooseRefuse', 'workbench', [{ key: 'x' }], 'X', 'Tidak memenuhi syarat'),
  bind('chooseCoordinate', 'workbench', [{ key: 'k' }], 'K', 'Koordinasi BKPSDM'),
  bind('writeNote', 'workbench', [{ key: 'n' }], 'N', 'Tulis catatan'),
  {
    ...bind(
      'decide',
      'workbench',
      [{ key: 'Enter', ctrl: true }],
      'Ctrl+Enter',
      'Simpan, buka berikutnya',
    ),
    whileTyping: true,
  },
  bind('previousCase', 'workbench', [{ key: '[' }], '[', 'Usul sebelumnya'),
  bind('nextCase', 'workbench', [{ key: ']' }], ']', 'Usul berikutnya'),
  {
    ...bind(
      'leave',
      'workbench',
      [{ key: 'Escape' }],
      'Esc',
      'Selesai mengetik; kembali ke Kotak Masuk',
    ),
    whileTyping: true,
  },
  bind(
    'toggleReason',
    'alasan',
    reasonKeys.map((key) => ({ key })),
    '1 … 9, 0, Q, W, E',
    'Pilih alasan dengan tombol itu',
  ),
  bind('reasonUp', 'alasan', [{ key: 'ArrowUp' }], '↑', 'Alasan sebelumnya'),
  bind('reasonDown', 'alasan', [{ key: 'ArrowDown' }], '↓', 'Alasan berikutnya'),
  bind(
    'scrollDown',
    'dokumen',
    [{ key: 'PageDown' }, { key: ' ' }],
    'PgDn / Spasi',
    'Gulir ke bawah',
  ),
  bind('scrollUp', 'dokumen', [{ key: 'PageUp' }], 'PgUp', 'Gulir ke atas'),
  bind('zoomIn', 'dokumen', [{ key: '+' }, { key: '=' }], '+', 'Perbesar'),
  bind('zoomOut', 'dokumen', [{ key: '-' }], '-', 'Perkecil'),
  bind('fitWidth', 'dokumen', [{ key: '0' }], '0', 'Sesuaikan lebar'),
  bind('rotate', 'dokumen', [{ key: 'r' }], 'R', 'Putar'),
  bind('nextDocument', 'dokumen', [{ key: 'd' }], 'D', 'Dokumen berikutnya'),
  {
    ...bind(
      'findInDocument',
      'dokumen',
      [{ key: 'f', ctrl: true }],
      'Ctrl+F',
      'Cari dalam dokumen',
    ),
    whileTyping: true,
  },
];

/** Scopes that are live at the same time and therefore must not share a key. */
export const liveTogether: readonly (readonly KeyScope[])[] = [
  ['umum', 'inbox'],
  ['umum', 'workbench', 'dokumen'],
  ['umum', 'alasan'],
];

/** The key of an action as printed on it, for a tooltip. */
export function shownKey(action: KeyAction): string {
  return keyTable.find((binding) => binding.action === action)?.shown ?? '';
}

function bind(
  action: KeyAction,
  scope: KeyScope,
  combos: readonly KeyCombo[],
  shown: string,
  label: string,
): KeyBinding {
  return { action, scope, combos, shown, label };
}
