import type { ShownError } from '#renderer/core/shown-error.ts';

/**
 * What the server took when it ended an account on this PC, and what waits there for BKPSDM; `unheard`: nothing, and the
 * decisions stay sealed here.
 */
export interface AccountEnd {
  readonly accepted: number;
  readonly refused: number;
  readonly waiting: number;
  readonly unheard: boolean;
}

/** The account has ended on this PC: what became of what was here. */
export function accountEnded({ accepted, refused, waiting, unheard }: AccountEnd): ShownError {
  const kind = 'akses_diakhiri';
  const action = 'Hubungi admin BKPSDM.';
  if (unheard) {
    const message =
      'Akses dari PC ini telah diakhiri. Data di PC ini dihapus; keputusan yang belum terkirim tetap tersimpan dan terkunci.';
    return { kind, message, action };
  }
  const handed = accepted + refused + waiting;
  const waits = waiting === 0 ? '' : `, ${waiting} menunggu keputusan BKPSDM`;
  const decisions =
    handed === 0
      ? ''
      : ` ${handed} keputusan telah diserahkan (${accepted} diterima server${waits}).`;
  return {
    kind,
    message: `Akses dari PC ini telah diakhiri.${decisions} Data di PC ini telah dihapus.`,
    action,
  };
}
