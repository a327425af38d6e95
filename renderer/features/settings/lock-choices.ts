const usual = [2, 5, 10, 15, 30, 60] as const;

/** Minutes to choose from for locking: the usual ones up to what the server allows, and that itself. */
export function lockChoices(longest: number): readonly number[] {
  return [...usual.filter((minutes) => minutes < longest), longest];
}
