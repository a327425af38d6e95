import type { Sender } from '#server/commands/command-handler.ts';
import { deciderOf } from '#shared/workflow/authority/authority.ts';

/** Who may approve in bulk. */
export const bulkRole = deciderOf('persetujuan');

/** The instansi whose usul a sender may approve in bulk; null where he or she approves none. */
export function bulkInstansiOf({ account }: Pick<Sender, 'account'>): string | null {
  const { role, scope } = account;
  return role === bulkRole && scope.kind === 'instansi' ? scope.id : null;
}
