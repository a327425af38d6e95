import type { JournalCommand } from '#renderer/data/journal/entries.ts';
import type { Draft } from '#renderer/data/schema/rows.ts';
import { decisionCommandSchema, type DecisionCommand } from '#shared/workflow/commands.ts';
import type { Usul } from '#shared/records/usul.ts';

/** An invented decision on an usul; `n` makes its id, and later ones have greater ids. */
export function sampleDecision(
  n: number,
  usul: Usul,
  replaces: readonly string[] = [],
): JournalCommand & { readonly command: DecisionCommand } {
  return {
    command: decisionCommandSchema.parse({
      kind: 'putusan',
      id: `01900000-0000-7000-a000-${String(n).padStart(12, '0')}`,
      usulId: usul.id,
      revision: usul.revision,
      version: usul.version,
      outcome: 'perbaikan',
      reasons: ['R1'],
      note: `Catatan keputusan ${n}.`,
      verdicts: [{ field: 'jabatanOrganisasi', verdict: 'tidak_sesuai', seen: 'Ketua' }],
      evidence: [],
      deviceId: '01900000-0000-7000-b000-000000000001',
      appVersion: '0.1.0',
      decidedAt: '2026-11-22T00:00:00.000Z',
    }),
    employeeName: usul.employee.nama,
    nip: usul.employee.nip,
    recordType: usul.recordType,
    usulKind: usul.kind,
    heldUntil: 0,
    shas: usul.documents.map(({ sha256 }) => sha256),
    replaces,
  };
}

/** What goes back on the desk when a decision is taken back. */
export function sampleDraft({ command }: ReturnType<typeof sampleDecision>): Draft {
  const { usulId, revision, version, outcome, reasons, note } = command;
  const draft = { usulId, revision, version, outcome, reasons, note };
  return { ...draft, verdicts: {}, suggested: false, place: null, evidence: {} };
}
