import type { ShownError } from '#renderer/core/shown-error.ts';

/** What the server took when it ended an account on this PC; `unheard`: nothing, and the decisions stay sealed here. */
export interface AccountEnd {
  readonly accepted: number;
  readonly refused: number;
  readonly unheard: boolean;
}

/** The account has ended on this PC: what became of what was here. */
export function accountEnded({ accepted, refused, unheard }: AccountEnd): ShownError {
  const kind = 'akses_diakhiri';
  const action = 'Hubungi admin BKPSDM.';
  if (unheard) {
    const message =
      'Akses dari PC ini telah diakhiri. Data di PC ini dihapus; keputusan yang belum terkirim tetap tersimpan dan terkunci.';
    return { kind, message, action };
  }
  const handed = accepted + refused;
  const decisions =
    handed === 0 ? '' : ` ${handed} keputusan telah diserahkan (${accepted} diterima server).`;
  return {
    kind,
    message: `Akses dari PC ini telah diakhiri.${decisions} Data di PC ini telah dihapus.`,
    action,
  };
}
