import { nat, string, type Arbitrary } from 'fast-check';

const anyCodePoint = nat(0x10_ff_ff).map((code) => String.fromCodePoint(code));

/**
 * Any text of at most `maxLength` code points, halves of surrogates too. The library's own unit of that kind makes a
 * table first, which takes seconds on a busy machine.
 */
export function anyText(maxLength: number): Arbitrary<string> {
  return string({ unit: anyCodePoint, maxLength });
}
