/** One life of an application, from its start to a power cut or a clean end. Whatever it does after its end fails. */
export class Life {
  #left = Number.POSITIVE_INFINITY;
  #ended = false;

  /** Whether this life is over. */
  get ended(): boolean {
    return this.#ended;
  }

  /** The power goes at the n-th breath from now (1: the next one), unless `disarm` comes first. */
  arm(breaths: number): void {
    this.#left = breaths;
  }

  disarm(): void {
    this.#left = Number.POSITIVE_INFINITY;
  }

  /** Ends it now. */
  end(): void {
    this.#ended = true;
  }

  /** Called wherever the application touches its disk or the network: the places where it can die. */
  breathe(): void {
    this.#left -= 1;
    if (this.#left <= 0) this.#ended = true;
    if (this.#ended) throw new Error('The power is gone.');
  }
}
