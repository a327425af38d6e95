import { z } from 'zod';
import { assertNever } from '#shared/kernel/assert-never.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import type { Scope } from '#shared/workflow/authority/account.ts';

/** What a ticket is about (issue of the helpdesk of BKPSDM; domain.md 5). */
export const ticketKinds = [
  'akun',
  'otp',
  'email',
  'nip',
  'aktivasi',
  'data',
  'dokumen',
  'aplikasi',
  'masukan',
] as const;
/** What a ticket is about. */
export type TicketKind = (typeof ticketKinds)[number];

/** How somebody came to the helpdesk: by the application, in person, by telephone, or in writing. */
export const ticketChannels = ['aplikasi', 'loket', 'telepon', 'surat'] as const;
/** How somebody came to the helpdesk. */
export type TicketChannel = (typeof ticketChannels)[number];

/** Where a ticket stands; one that is `selesai` can be opened again. */
export const ticketStates = ['baru', 'diproses', 'menunggu', 'selesai'] as const;
/** Where a ticket stands. */
export type TicketState = (typeof ticketStates)[number];
/** Where a ticket stands, as zod schema. */
export const ticketStateSchema = z.enum(ticketStates);

/** What is done to a ticket besides writing in it. */
export const ticketActs = ['ambil', 'lepas', 'selesai', 'buka_lagi'] as const;
/** What is done to a ticket besides writing in it. */
export type TicketAct = (typeof ticketActs)[number];

/** Whose act it is: of an officer of the helpdesk, or of whoever reported it. */
export type TicketSide = 'petugas' | 'pelapor';

/** Why an act is refused: not this side's, or not now. */
export type TicketRefusal =
  | { readonly kind: 'bukan_wewenang' }
  | { readonly kind: 'tidak_mungkin' };

/** Where a ticket stands after an act; `lepas` and `ambil` say besides who has it. */
export function afterTicketAct(
  state: TicketState,
  act: TicketAct,
  side: TicketSide,
): Result<TicketState, TicketRefusal> {
  switch (act) {
    case 'ambil':
    case 'lepas':
      if (side !== 'petugas') return fail({ kind: 'bukan_wewenang' });
      if (state === 'selesai') return fail({ kind: 'tidak_mungkin' });
      return succeed(act === 'ambil' && state === 'baru' ? 'diproses' : state);
    case 'selesai':
      return state === 'selesai' ? fail({ kind: 'tidak_mungkin' }) : succeed('selesai');
    case 'buka_lagi':
      return state === 'selesai' ? succeed('diproses') : fail({ kind: 'tidak_mungkin' });
    default:
      return assertNever(act);
  }
}

/**
 * Where a ticket stands after a message: an officer's is an answer, after which it waits for whoever reported it where that is
 * asked; a message of the one who reported it calls for the officer, and opens what was over.
 */
export function afterTicketMessage(
  state: TicketState,
  side: TicketSide,
  awaitsReporter: boolean,
): TicketState {
  if (side === 'pelapor') return state === 'baru' ? 'baru' : 'diproses';
  if (awaitsReporter) return 'menunggu';
  return state === 'baru' ? 'diproses' : state;
}

/** The helpdesk that a scope belongs to, as text: that of an instansi, of a regional office, or of BKN central. */
export function helpdeskKeyOf(scope: Scope, instansiId: string | null): string | null {
  switch (scope.kind) {
    case 'instansi':
      return `instansi:${scope.id}`;
    case 'kanreg':
      return `kanreg:${scope.id}`;
    case 'bkn_pusat':
      return 'bkn_pusat';
    case 'opd':
    case 'employee':
      return instansiId === null ? null : `instansi:${instansiId}`;
    default:
      return assertNever(scope);
  }
}
