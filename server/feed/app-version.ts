/**
 * Whether a version (`1.2.3`, anything after a hyphen ignored) comes before another. A text that is no version is never
 * older: a client that states nothing sensible is not locked out for it.
 */
export function isOlderVersion(version: string, minimum: string): boolean {
  const [own, least] = [partsOf(version), partsOf(minimum)];
  if (!own || !least) return false;
  const at = own.findIndex((part, index) => part !== least[index]);
  return at !== -1 && own[at]! < least[at]!;
}

function partsOf(version: string): readonly number[] | undefined {
  const match = /^(\d{1,6})\.(\d{1,6})\.(\d{1,6})(?:[-+].*)?$/.exec(version);
  return match?.slice(1, 4).map(Number);
}
