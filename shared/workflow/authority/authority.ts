import type { Role, Scope } from '#shared/workflow/authority/account.ts';
import type { ActiveStage } from '#shared/records/usul.ts';
import type { RecordTypeId } from '#shared/records/record-type.ts';
import { recordTypes } from '#shared/records/record-types.ts';

/** Where an usul belongs: decides which scopes see it. `opdPath` runs from its own OPD up to the topmost. */
export interface UsulPlace {
  readonly instansiId: string;
  readonly instansiKind: 'daerah' | 'pusat';
  readonly opdPath: readonly string[];
  /** BKN regional office of a regional instansi. */
  readonly kanregId: string;
  readonly employeeId: string;
}

/** The stages that an usul of this record type passes, in order (domain.md 0.2, design.md section 4). */
export function stagesOf(recordType: RecordTypeId): readonly ActiveStage[] {
  return recordTypes[recordType].authority === 'bkn'
    ? ['verifikasi', 'validasi', 'persetujuan']
    : ['verifikasi', 'persetujuan'];
}

/** The role that decides at a stage. */
export function deciderOf(stage: ActiveStage): Role {
  return ({ verifikasi: 'verifikator', validasi: 'validator', persetujuan: 'approver' } as const)[
    stage
  ];
}

/**
 * Whether an account of this role may have a scope of this kind (domain.md 4.2): an ASN acts for himself or herself, a
 * verifikator for an OPD (or a small instansi without OPD), an approver for the instansi, a validator for BKN.
 */
export function roleFitsScope(role: Role, kind: Scope['kind']): boolean {
  return scopesOf[role].includes(kind);
}

const scopesOf: Readonly<Record<Role, readonly Scope['kind'][]>> = {
  asn: ['employee'],
  verifikator: ['opd', 'instansi'],
  approver: ['instansi'],
  validator: ['kanreg', 'bkn_pusat'],
  monitor: ['opd', 'instansi', 'kanreg', 'bkn_pusat'],
  admin: ['instansi', 'bkn_pusat'],
  helpdesk: ['instansi', 'kanreg', 'bkn_pusat'],
};

/** Whether a scope covers an usul; BKN central covers only central instansi, a regional office only regional ones. */
export function scopeCovers(scope: Scope, place: UsulPlace): boolean {
  switch (scope.kind) {
    case 'opd':
      return place.opdPath.includes(scope.id);
    case 'instansi':
      return place.instansiId === scope.id;
    case 'kanreg':
      return place.instansiKind === 'daerah' && place.kanregId === scope.id;
    case 'bkn_pusat':
      return place.instansiKind === 'pusat';
    case 'employee':
      return place.employeeId === scope.id;
  }
}

/** Every scope of an office that covers an usul: its OPD with all above it, its instansi, and BKN's office for that. */
export function scopesOver(place: UsulPlace): readonly Scope[] {
  return [
    ...place.opdPath.map((id) => ({ kind: 'opd', id }) as const),
    { kind: 'instansi', id: place.instansiId },
    place.instansiKind === 'daerah'
      ? { kind: 'kanreg', id: place.kanregId }
      : { kind: 'bkn_pusat' },
  ];
}
