/** JSON text taken apart while it arrives: the objects and lists that lie at some depth, each as its own text. */
export interface SplitText {
  /** The texts, in their order. */
  readonly elements: readonly Buffer[];
  /** What is left: the same JSON with the number of each element (from 0) in its place. */
  readonly rest: string;
}

/** Depth of what lies in the outermost object, and of what lies in the lists of that one. */
export type SplitDepth = 2 | 3;

/** How much text may be; whatever has more is not read to its end. Bytes. */
export interface SplitLimits {
  readonly elements: number;
  readonly elementBytes: number;
  readonly restBytes: number;
}

const quote = 0x22;
const backslash = 0x5c;
const opening = new Set([0x5b, 0x7b]);
const closing = new Set([0x5d, 0x7d]);

/**
 * Splits JSON text without building what it says: a few bytes of text may be very many objects. It only counts brackets
 * and knows strings; whether `rest` and each element are JSON at all, whoever parses them finds out.
 */
export class ElementSplitter {
  readonly #elementDepth: SplitDepth;
  readonly #limits: SplitLimits;
  readonly #elements: Buffer[] = [];
  readonly #rest: Buffer[] = [];
  #parts: Buffer[] = [];
  #elementBytes = 0;
  #restBytes = 0;
  #depth = 0;
  #inString = false;
  #escaped = false;

  constructor(elementDepth: SplitDepth, limits: SplitLimits) {
    this.#elementDepth = elementDepth;
    this.#limits = limits;
  }

  /** Takes the next bytes in; false once there is too much of anything. */
  push(bytes: Buffer): boolean {
    let from = 0;
    for (let at = 0; at < bytes.length; at += 1) {
      const byte = bytes[at]!;
      if (this.#inString) this.#inText(byte);
      else if (byte === quote) this.#inString = true;
      else if (opening.has(byte)) {
        this.#depth += 1;
        if (this.#depth !== this.#elementDepth) continue;
        if (!this.#keepRest(bytes.subarray(from, at))) return false;
        from = at;
      } else if (closing.has(byte)) {
        this.#depth -= 1;
        if (this.#depth !== this.#elementDepth - 1) continue;
        if (!this.#keepPart(bytes.subarray(from, at + 1)) || !this.#endElement()) return false;
        from = at + 1;
      }
    }
    const left = bytes.subarray(from);
    return this.#depth >= this.#elementDepth ? this.#keepPart(left) : this.#keepRest(left);
  }

  /** What was found. */
  end(): SplitText {
    return { elements: this.#elements, rest: Buffer.concat(this.#rest).toString('utf8') };
  }

  #inText(byte: number): void {
    if (this.#escaped) this.#escaped = false;
    else if (byte === backslash) this.#escaped = true;
    else if (byte === quote) this.#inString = false;
  }

  // Copied: a few bytes must not keep the whole piece of text alive in which they came.
  #keepRest(bytes: Buffer): boolean {
    this.#restBytes += bytes.length;
    if (bytes.length > 0) this.#rest.push(Buffer.from(bytes));
    return this.#restBytes <= this.#limits.restBytes;
  }

  #keepPart(bytes: Buffer): boolean {
    this.#elementBytes += bytes.length;
    this.#parts.push(Buffer.from(bytes));
    return this.#elementBytes <= this.#limits.elementBytes;
  }

  #endElement(): boolean {
    const number = Buffer.from(String(this.#elements.length));
    const [whole, ...others] = this.#parts;
    this.#elements.push(others.length === 0 ? whole! : Buffer.concat(this.#parts));
    this.#parts = [];
    this.#elementBytes = 0;
    return this.#elements.length <= this.#limits.elements && this.#keepRest(number);
  }
}
