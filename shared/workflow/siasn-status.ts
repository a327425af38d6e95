import { z } from 'zod';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import type { UsulPosition } from '#shared/records/usul.ts';
import { entriesOf, entryOf } from '#shared/reference/reference-data.ts';

/** Where an usul stands, as far as SIASN tells it apart; a question does not move it. */
export const siasnStandings = [
  'verifikasi',
  'validasi',
  'persetujuan',
  'perbaikan',
  'disetujui',
  'ditolak',
  'ditarik',
] as const;
/** Where an usul stands, as far as SIASN tells it apart. */
export type SiasnStanding = (typeof siasnStandings)[number];

const standings = z.array(z.enum(siasnStandings)).max(siasnStandings.length);

/**
 * A status code of SIASN (`status_usulan`, domain.md 4.5). `means`: the standings that it stands for when it is read, none for a
 * status of other services; `tells`: those for which it is written. Each standing is told by one code.
 */
export const siasnStatusSchema = z.object({
  id: z.string().regex(/^\d{1,3}$/u),
  label: z.string(),
  means: standings,
  tells: standings,
});
/** A status code of SIASN. */
export type SiasnStatus = z.infer<typeof siasnStatusSchema>;

/** The standing of a position. */
export function siasnStandingOf(position: UsulPosition): SiasnStanding {
  switch (position.kind) {
    case 'menunggu':
    case 'koordinasi':
      return position.stage;
    case 'perbaikan':
      return 'perbaikan';
    case 'selesai':
      return position.result;
  }
}

/** The code under which SIASN knows a position; undefined when the mapping in force has none. */
export function siasnStatusOf(position: UsulPosition): SiasnStatus | undefined {
  const standing = siasnStandingOf(position);
  for (const entry of entriesOf('statusSiasn')) {
    const status = siasnStatusSchema.safeParse(entry).data;
    if (status?.tells.includes(standing) === true) return status;
  }
  return undefined;
}

/** Why a code of SIASN says nothing about an usul of ours. */
export type SiasnFault =
  | { readonly kind: 'tidak_dikenal' }
  | { readonly kind: 'bukan_milik_kita'; readonly label: string };

/** The standings that a code of SIASN may stand for: at least one. */
export function standingsOfSiasn(code: string): Result<readonly SiasnStanding[], SiasnFault> {
  const status = siasnStatusSchema.safeParse(entryOf('statusSiasn', code)).data;
  if (!status) return fail({ kind: 'tidak_dikenal' });
  if (status.means.length === 0) return fail({ kind: 'bukan_milik_kita', label: status.label });
  return succeed(status.means);
}
