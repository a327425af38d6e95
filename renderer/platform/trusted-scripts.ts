/** The one trusted-types policy of the application; the CSP of both hosts names it. */
export const trustedTypesPolicyName = 'meja';

// The browser gives an object that its script sinks insist on; the DOM types know only text there.
interface ScriptUrlPolicy {
  createScriptURL(url: string): string;
}

interface TrustedTypesFactory {
  createPolicy(
    name: string,
    rules: { readonly createScriptURL: (url: string) => string },
  ): ScriptUrlPolicy;
}

declare global {
  var trustedTypes: TrustedTypesFactory | undefined;
}

let policy: ScriptUrlPolicy | undefined;

/**
 * A script address that may be given to `new Worker` or `serviceWorker.register` under
 * `require-trusted-types-for 'script'`. Only scripts of our own origin pass; anything else is a bug and throws.
 */
export function trustedScriptUrl(url: string): string {
  const own = ownOriginUrl(url);
  const factory = globalThis.trustedTypes;
  if (!factory) return own;
  policy ??= factory.createPolicy(trustedTypesPolicyName, { createScriptURL: ownOriginUrl });
  return policy.createScriptURL(own);
}

function ownOriginUrl(url: string): string {
  const base = globalThis.location;
  const absolute = new URL(url, base.href);
  if (absolute.protocol !== base.protocol || absolute.host !== base.host) {
    throw new Error(`Script of a foreign origin: ${absolute.origin}`);
  }
  return absolute.href;
}
