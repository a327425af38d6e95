import type { NewCommand } from '#renderer/data/outbox/outbox.ts';
import type { DecisionCommand } from '#shared/workflow/commands.ts';
import type { Usul } from '#shared/records/usul.ts';

/** A rejection of an usul as the desk stores it, held until `heldUntil` (ms epoch); `n` makes its id distinct. */
export function rejectionOf(
  judged: Usul,
  n: number,
  at: Date,
  heldUntil = 0,
): NewCommand & { readonly entry: { readonly command: DecisionCommand } } {
  return {
    entry: {
      command: {
        kind: 'putusan',
        id: `01900000-0000-7000-8000-00000001${String(n).padStart(4, '0')}`,
        usulId: judged.id,
        revision: judged.revision,
        version: judged.version,
        outcome: 'tolak',
        reasons: ['DOK_SALAH'],
        note: '',
        verdicts: [],
        evidence: [],
        deviceId: '01900000-0000-7000-8000-00000000aaaa',
        appVersion: '0.1.0',
        decidedAt: at.toISOString(),
      },
      state: { kind: 'menunggu' },
      employeeName: judged.employee.nama,
      nip: judged.employee.nip,
      recordType: judged.recordType,
      usulKind: judged.kind,
    },
    heldUntil,
    shas: judged.documents.map(({ sha256 }) => sha256),
    at,
  };
}
