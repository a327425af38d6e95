import type { Scope } from '#shared/workflow/authority/account.ts';
import {
  declarationOf,
  roles,
  type PlainDeed,
  type Role,
} from '#shared/workflow/authority/roles.ts';
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
  const decider = roles.find((role) => declarationOf(role).decides === stage);
  if (!decider) throw new Error(`Nobody decides at ${stage}.`);
  return decider;
}

/** The role that does this to an usul. */
export function doerOf(deed: PlainDeed): Role {
  const doer = roles.find((role) => declarationOf(role).deeds.includes(deed));
  if (!doer) throw new Error(`Nobody does ${deed}.`);
  return doer;
}

/** Whether an appointment of this role may be over a scope of this kind. */
export function roleFitsScope(role: Role, kind: Scope['kind']): boolean {
  return declarationOf(role).scopes.includes(kind);
}

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
