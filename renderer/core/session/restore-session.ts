import { isLocked, readHostSetting } from '#renderer/data/keyring/host.ts';
import { readOwner, type DeskOwner } from '#renderer/data/keyring/keyring.ts';
import { isNewerDatabase } from '#renderer/data/schema/newer-database.ts';
import type { HeldDesk } from '#renderer/core/session/held-desk.ts';
import { readOutdated } from '#renderer/core/session/outdated-desk.ts';
import type { OwnedDesk } from '#renderer/core/session/owned-desk.ts';
import type { SessionPorts } from '#renderer/core/session/session-ports.ts';
import type { SessionView } from '#renderer/core/session/session-view.ts';

/** What a start acts on. */
export interface RestoreParts {
  readonly held: HeldDesk;
  readonly view: SessionView;
  /** Holds an account's desk in this window. */
  readonly hold: (owner: DeskOwner) => OwnedDesk;
  /** Resolves when the desk is not being unlocked any more. */
  readonly opened: () => Promise<void>;
}

/** Finds whose desk this is. It is locked, unless another window has it open and hands over the key. Never fails. */
export async function restoreSession(ports: SessionPorts, parts: RestoreParts): Promise<void> {
  try {
    await find(ports, parts);
  } catch (cause) {
    // A store that cannot be read must not leave the person before an endless wait: signing in says what is wrong.
    ports.onError(cause);
    parts.held.abandon();
    parts.view.show(
      isNewerDatabase(cause) ? await readOutdated(ports) : { kind: 'keluar', lastUsername: '' },
    );
  }
}

async function find(
  { host, keyPatienceMs }: SessionPorts,
  { held, view, hold, opened }: RestoreParts,
): Promise<void> {
  const accountId = await readHostSetting(host, 'currentAccountId');
  const owner = accountId ? await readOwner(host, accountId) : undefined;
  if (!owner) {
    const lastUsername = (await readHostSetting(host, 'lastUsername')) ?? '';
    view.show({ kind: 'keluar', lastUsername });
    return;
  }
  const desk = hold(owner);
  // A database that cannot be opened at all is told now, not after a password was typed.
  await desk.database.open();
  if (!(await isLocked(host, owner.id))) {
    desk.askForKey();
    await view.changed(keyPatienceMs);
    await opened();
  }
  if (held.holds(desk) && desk.key === null) held.showLocked(desk);
}
