/**
 * Whether PostgreSQL can keep every text of a JSON value: it takes neither U+0000 nor half of a surrogate pair, both of
 * which JSON can carry.
 */
export function isStorableText(value: unknown): boolean {
  if (typeof value === 'string') return !/\0|\p{Surrogate}/u.test(value);
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(
    ([key, member]) => isStorableText(key) && isStorableText(member),
  );
}
