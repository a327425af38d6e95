import type { Journal } from '#shared/bridge/journal-port.ts';

/** The power went: nothing of the process goes on, nothing later reaches a disk. */
export class PowerCut extends Error {
  override readonly name = 'PowerCut';
}

/** When the power goes: at the `step`-th write (from 1), before it, in the middle of it, or after it. */
export interface Cut {
  readonly step: number;
  readonly moment: 'sebelum' | 'tengah' | 'sesudah';
}

/** The power of a PC on which every write is a step. */
export interface Power {
  /** Does a write; `half` is what a cut in the middle leaves of it. */
  write<T>(act: () => Promise<T>, half?: () => Promise<unknown>): Promise<T>;
  isOff(): boolean;
}

/** Power that goes at the cut, if there is one. */
export function makePower(cut: Cut | null): Power {
  let steps = 0;
  let off = false;
  return {
    isOff: () => off,
    write: async (act, half) => {
      if (off) throw new PowerCut();
      steps += 1;
      if (steps !== cut?.step) return act();
      off = true;
      if (cut.moment === 'sesudah') await act();
      if (cut.moment === 'tengah') await half?.();
      throw new PowerCut();
    },
  };
}

/** A journal on a PC with this power. A cut in the middle of an append leaves half of its bytes. */
export function onPower(journal: Journal, power: Power): Journal {
  return {
    ...journal,
    append: (accountId, records) => {
      const half = records.slice(0, Math.ceil(records.byteLength / 2));
      return power.write(
        () => journal.append(accountId, records),
        () => journal.append(accountId, half),
      );
    },
    replace: (accountId, records) => power.write(() => journal.replace(accountId, records)),
  };
}

/** Turns within one process: what Web Locks does among the windows of a PC. */
export function takeTurns(): <T>(name: string, work: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>();
  return (name, work) => {
    const mine = (last.get(name) ?? Promise.resolve()).then(work, work);
    last.set(name, mine);
    return mine;
  };
}
