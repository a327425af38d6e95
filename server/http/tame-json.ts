/** How much JSON may consist of; a text of so many bytes can be a hundred times as much in memory, and in time. */
export interface JsonShape {
  readonly depth: number;
  /** Objects and lists. */
  readonly containers: number;
  readonly keysOfOneObject: number;
  /** Values in lists and objects. */
  readonly values: number;
  /** Digits of a number, or spaces, in a row. */
  readonly plainBytes: number;
}

/** What no body of the contract comes near: a full batch has 25,000 objects and lists, six deep. */
const usualShape: JsonShape = {
  depth: 32,
  containers: 50_000,
  keysOfOneObject: 1_000,
  values: 500_000,
  plainBytes: 4_096,
};

const [quote, backslash, comma, colon] = [0x22, 0x5c, 0x2c, 0x3a];
const [openList, closeList, openObject, closeObject] = [0x5b, 0x5d, 0x7b, 0x7d];

/**
 * Whether JSON text can be parsed in a moment, told by its brackets alone, in a moment. Whether it is JSON at all, the
 * parser finds out.
 */
export function isTame(text: Uint8Array, most: JsonShape = usualShape): boolean {
  const keys = new Uint32Array(most.depth + 1);
  let [depth, containers, values, last] = [0, 0, 0, 0];
  for (let at = 0; at < text.length; at += 1) {
    switch (text[at]!) {
      case quote:
        at = endOfString(text, at);
        break;
      case comma:
        values += 1;
        if (values > most.values) return false;
        break;
      case colon:
        keys[depth] = (keys[depth] ?? 0) + 1;
        if (keys[depth]! > most.keysOfOneObject) return false;
        break;
      case openList:
      case openObject:
        depth += 1;
        containers += 1;
        if (depth > most.depth || containers > most.containers) return false;
        keys[depth] = 0;
        break;
      case closeList:
      case closeObject:
        depth -= 1;
        // No JSON: its parser comes no further than here.
        if (depth < 0) return true;
        break;
      default:
        if (at - last > most.plainBytes) return false;
        continue;
    }
    last = at;
  }
  return true;
}

/** Where the string that begins here ends. */
function endOfString(text: Uint8Array, begin: number): number {
  let at = begin + 1;
  while (at < text.length && text[at] !== quote) at += text[at] === backslash ? 2 : 1;
  return at;
}
