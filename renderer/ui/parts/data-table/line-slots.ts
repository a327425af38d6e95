/**
 * Keeps a slot for every line that is drawn and hands free ones to the lines that come: an element drawn in a slot is
 * used over and over, so that scrolling makes and moves next to none.
 */
export class LineSlots {
  #slots: ReadonlyMap<number, number> = new Map();

  /** The slot of each line, by the index of the line; a line keeps the slot it had. Asked again, the same answer. */
  assign(lines: readonly number[]): ReadonlyMap<number, number> {
    const wanted = new Set(lines);
    const slots = new Map([...this.#slots].filter(([line]) => wanted.has(line)));
    const taken = new Set(slots.values());
    let free = 0;
    for (const line of lines) {
      if (slots.has(line)) continue;
      while (taken.has(free)) free += 1;
      taken.add(free);
      slots.set(line, free);
    }
    this.#slots = slots;
    return slots;
  }
}
