import { ensureDeviceId } from '#renderer/data/keyring/host.ts';
import { openHostDatabase, type HostDatabase } from '#renderer/data/schema/open-database.ts';
import { defaultTiming, type DeskPorts, type DeskTiming } from '#renderer/core/desk-ports.ts';
import { makeNoteError } from '#renderer/core/note-error.ts';
import { once } from '#renderer/core/once.ts';

/** What every part of the desk stands on: this PC, its clock, its waits, and where failures are noted. */
export interface DeskBase {
  readonly timing: DeskTiming;
  readonly now: () => Date;
  /** What this PC knows beside its accounts' databases. */
  readonly host: HostDatabase;
  readonly deviceId: () => Promise<string>;
  readonly onError: (cause: unknown) => void;
}

/** The ground of a desk, with real values for what the ports leave out. */
export function makeDeskBase(ports: DeskPorts): DeskBase {
  const host = openHostDatabase(ports.indexedDb);
  return {
    timing: { ...defaultTiming, ...ports.timing },
    now: ports.now ?? (() => new Date()),
    host,
    deviceId: once(() => ensureDeviceId(host)),
    onError: makeNoteError(ports.platform),
  };
}
