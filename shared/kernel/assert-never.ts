/** Makes a `switch` over a union exhaustive: a case left out does not type-check; at run time it is a bug and throws. */
export function assertNever(value: never): never {
  throw new Error(`Unhandled case: ${JSON.stringify(value)}`);
}
