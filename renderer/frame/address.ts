/** What an address says besides its screen; null for an optional part that is absent. */
export type AddressParams = Readonly<Record<string, string | null>>;

type PartOf<Segment extends string> = Segment extends `:${infer Name}?`
  ? Readonly<Record<Name, string | null>>
  : Segment extends `:${infer Name}`
    ? Readonly<Record<Name, string>>
    : unknown;

type PartsOf<Address extends string> = Address extends `${infer First}/${infer Rest}`
  ? PartOf<First> & PartsOf<Rest>
  : PartOf<Address>;

/** What addresses of this pattern say: `/periksa/:usulId` an `usulId`, `/perlu-diperiksa/:decisionId?` one or null. */
export type ParamsOf<Address extends string> = string extends Address
  ? AddressParams
  : PartsOf<Address>;

/** Parts of an address are ids; anything else is no address of ours. */
const idPattern = '[0-9a-f-]{36}';

const part = /^:(?<name>\w+)(?<optional>\??)$/;

/** What an address says under a pattern; null when it is not one of that pattern. */
export function readAddress(pattern: string, address: string): AddressParams | null {
  const expression = segmentsOf(pattern).map(({ fixed, name, optional }) => {
    if (name === null) return `/${fixed}`;
    return optional ? `(?:/(?<${name}>${idPattern}))?` : `/(?<${name}>${idPattern})`;
  });
  const found = new RegExp(`^${expression.join('')}$`).exec(address);
  if (!found) return null;
  return Object.fromEntries(
    Object.entries(found.groups ?? {}).map(([name, value]) => [name, value ?? null]),
  );
}

/** The address of a pattern that says this. */
export function writeAddress(pattern: string, params: AddressParams): string {
  return segmentsOf(pattern)
    .map(({ fixed, name }) => (name === null ? fixed : (params[name] ?? null)))
    .flatMap((segment) => (segment === null ? [] : [`/${segment}`]))
    .join('');
}

function segmentsOf(pattern: string) {
  return pattern
    .split('/')
    .slice(1)
    .map((segment) => {
      const { name = null, optional = '' } = part.exec(segment)?.groups ?? {};
      return { fixed: segment, name, optional: optional === '?' };
    });
}
