import type { DeskOwner } from '#renderer/data/keyring/keyring.ts';
import type { HeldDesk } from '#renderer/core/session/held-desk.ts';
import { OwnedDesk } from '#renderer/core/session/owned-desk.ts';
import type { SessionPorts } from '#renderer/core/session/session-ports.ts';
import type { SessionView } from '#renderer/core/session/session-view.ts';

/** What other windows of this PC act on here. */
export interface WindowParts {
  readonly held: HeldDesk;
  readonly view: Pick<SessionView, 'current' | 'show'>;
  /** Another window hands over the key. */
  readonly receiveKey: (desk: OwnedDesk, key: CryptoKey) => Promise<void>;
}

/**
 * Holds an account's desk in this window, and follows what other windows do with it: signed out or locked there is so
 * here, and their key opens it. What is heard of a desk that this window gave up meanwhile concerns nobody any more.
 */
export function holdDesk(
  owner: DeskOwner,
  ports: SessionPorts,
  { held, view, receiveKey }: WindowParts,
): OwnedDesk {
  const { onError } = ports;
  const desk: OwnedDesk = new OwnedDesk(owner, ports, {
    onSignedOut: () => {
      if (held.holds(desk)) held.leave().catch(onError);
    },
    onLocked: () => {
      if (held.holds(desk)) held.hide().catch(onError);
    },
    onKey: (key) => {
      receiveKey(desk, key).catch(onError);
    },
    onProfile: (profile) => {
      held.follow(desk, profile).catch(onError);
    },
    onWaiting: (waiting) => {
      const session = view.current();
      if (!held.holds(desk) || session.kind !== 'terkunci') return;
      view.show({ ...session, waiting });
    },
  });
  held.hold(desk);
  return desk;
}
