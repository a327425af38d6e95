/** Hash of the empty string: Fluent UI's style sheets are empty elements that are filled through `insertRule`. */
const emptyStyleHash = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/** The renderer's one policy (`renderer/platform/trusted-scripts.ts`); no other may be made. */
const trustedTypesPolicyName = 'meja';

/**
 * Content-Security-Policy of every answer under `app://bundle`; a worker takes its policy from its own answer.
 *
 * `wasm-unsafe-eval` is there for the image decoders of pdf.js and for text recognition. The network is the configured central server only.
 *
 * @param serverOrigin origin of the central server, without trailing slash
 */
export function contentSecurityPolicy(serverOrigin: string): string {
  return [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "worker-src 'self'",
    `style-src 'self' ${emptyStyleHash}`,
    "img-src 'self' blob: data:",
    "font-src 'self'",
    `connect-src 'self' ${serverOrigin}`,
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    `trusted-types ${trustedTypesPolicyName}`,
  ].join('; ');
}
