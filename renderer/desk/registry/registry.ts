import { readAddress, writeAddress, type AddressParams } from '#renderer/frame/address.ts';
import type { Feature } from '#renderer/frame/feature.ts';
import { generalKeys } from '#renderer/frame/general-keys.ts';
import type { Screen } from '#renderer/frame/screen.tsx';
import type { KeyGroup } from '#renderer/ui/keys/key-group.ts';
import { roles as allRoles, type Role } from '#shared/workflow/authority/roles.ts';

/** Where a person is. */
export interface Place {
  readonly screen: Screen;
  readonly params: AddressParams;
  /** The one address of the place, without `#`. */
  readonly address: string;
}

/** The screens of a role, and what follows from them. */
export interface Registry {
  readonly screens: readonly Screen[];
  /** Where a person starts, and comes to from an unknown address. */
  readonly home: Place;
  /** The place that an address (without `#`) names; home for anything unknown. */
  placeAt(address: string): Place;
}

/** The roles that have a screen of these features. */
export function rolesWithScreens(features: readonly Feature[]): readonly Role[] {
  const theirs = new Set(
    features.flatMap((feature) => (feature.screens.length > 0 ? feature.roles : [])),
  );
  return allRoles.filter((role) => theirs.has(role));
}

/** The screens that a role has of these features; at least one, the first of which needs no id. */
export function makeRegistry(features: readonly Feature[], role: Role): Registry {
  const screens = features
    .filter(({ roles }) => roles.includes(role))
    .flatMap((feature) => feature.screens)
    .map((screen) => ({ ...screen, ...screen.byRole?.[role] }));
  const [first] = screens;
  if (!first) throw new Error(`No feature is for ${role}.`);
  const home = { screen: first, params: {}, address: writeAddress(first.address, {}) };
  return {
    screens,
    home,
    placeAt(address) {
      for (const screen of screens) {
        const params = readAddress(screen.address, address);
        if (params) return { screen, params, address };
      }
      return home;
    },
  };
}

/** All keys there are, by group, in the order in which a person reads them. */
export function keyGroupsOf({ screens }: Pick<Registry, 'screens'>): readonly KeyGroup[] {
  return [...new Set([generalKeys, ...screens.flatMap(({ keys }) => keys)])];
}

/** Groups that are live at the same time and therefore must not share a key. */
export function liveTogether({
  screens,
}: Pick<Registry, 'screens'>): readonly (readonly KeyGroup[])[] {
  const sets = screens.flatMap(({ keys }) => {
    const below = keys.filter(({ over }) => over !== true);
    const above = keys.filter(({ over }) => over === true);
    return [below, ...above.map((group) => [group])].filter((groups) => groups.length > 0);
  });
  const named = new Map(sets.map((groups) => [groups.map(({ scope }) => scope).join(), groups]));
  return [...named.values()].map((groups) => [generalKeys, ...groups]);
}
