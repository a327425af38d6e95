import type { Screen } from '#renderer/frame/screen.tsx';
import type { Role } from '#shared/workflow/authority/roles.ts';

/**
 * A task of the application as its folder declares it. Navigation, addresses, keys, help and titles derive from it; the
 * desk only lists it.
 */
export interface Feature {
  /** As its folder is called. */
  readonly name: string;
  /** Who has it. */
  readonly roles: readonly Role[];
  readonly screens: readonly Screen[];
}
