import type { Office } from '#shared/contract/admin/appointments.ts';
import type { Scope } from '#shared/workflow/authority/account.ts';
import { declarationOf, roles, type Role } from '#shared/workflow/authority/roles.ts';

/** A scope as the value of a choice. */
export function scopeKey(scope: Scope): string {
  return scope.kind === 'bkn_pusat' ? scope.kind : `${scope.kind}:${scope.id}`;
}

/** The roles that can be given over any of these offices; an ASN is let in by import, over his or her own data. */
export function givableRoles(offices: readonly Office[]): readonly Role[] {
  return roles.filter((role) =>
    offices.some(({ scope }) => declarationOf(role).scopes.includes(scope.kind)),
  );
}

/** An office to choose, and how deep it lies below those before it. */
export interface OfficeChoice {
  readonly office: Office;
  readonly label: string;
}

/** The offices over which a role may be given, each under the one above it. */
export function officesFor(offices: readonly Office[], role: Role): readonly OfficeChoice[] {
  const { scopes } = declarationOf(role);
  return underOneAnother(offices.filter(({ scope }) => scopes.includes(scope.kind)));
}

/** The offices over which somebody decides, each under the one above it. */
export function decidingOffices(offices: readonly Office[]): readonly OfficeChoice[] {
  const deciding = roles.filter((role) => declarationOf(role).decides !== null);
  return underOneAnother(
    offices.filter(({ scope }) =>
      deciding.some((role) => declarationOf(role).scopes.includes(scope.kind)),
    ),
  );
}

function underOneAnother(fitting: readonly Office[]): readonly OfficeChoice[] {
  const known = new Set(fitting.flatMap(({ scope }) => (scope.kind === 'opd' ? [scope.id] : [])));
  const below = new Map<string | null, Office[]>();
  for (const office of fitting) {
    const parent = office.parentId !== null && known.has(office.parentId) ? office.parentId : null;
    below.set(parent, [...(below.get(parent) ?? []), office]);
  }
  const walk = (parent: string | null, depth: number): readonly OfficeChoice[] =>
    (below.get(parent) ?? []).flatMap((office) => [
      { office, label: `${'\u2003'.repeat(depth)}${office.name}` },
      ...(office.scope.kind === 'opd' && depth < 20 ? walk(office.scope.id, depth + 1) : []),
    ]);
  return walk(null, 0);
}
