/** Bytes that documents leave free on the disk: decisions, their journal and the list must always fit. */
export const reservedBytes = 200 * 1024 * 1024;
// A document that a person waits for may use most of what is left.
const reservedFromWanted = 20 * 1024 * 1024;
// While a document is put together its pieces and the whole lie on the disk.
const copies = 2;

/** Watches how much room the disk has; `freeBytes` tells what this application may still use, null when nobody knows. */
export interface DiskRoom {
  /** Whether there is room for so many bytes more. */
  hasRoom(size: number, wanted: boolean): Promise<boolean>;
  /** What was left when there was none; null while there is. */
  readonly leftBytes: () => number | null;
}

/** Builds the watch; `onChange` is called when documents begin or cease to wait for room. */
export function makeDiskRoom(
  freeBytes: () => Promise<number | null>,
  onChange: () => void,
): DiskRoom {
  let left: number | null = null;
  return {
    hasRoom: async (size, wanted) => {
      const free = await freeBytes();
      const reserve = wanted ? reservedFromWanted : reservedBytes;
      const fits = free === null || free - size * copies >= reserve;
      const before = left;
      // One document that is let through says nothing about the others.
      if (!fits) left = free;
      else if (!wanted) left = null;
      if (left !== before) onChange();
      return fits;
    },
    leftBytes: () => left,
  };
}
