import { readFile } from 'node:fs/promises';
import { contentSecurityPolicy } from '#electron/main/protocol/content-security-policy.ts';
import { mediaType } from '#electron/main/protocol/media-type.ts';
import { permissionsPolicy } from '#shared/contract/permissions-policy.ts';
import { resolveBundlePath } from '#electron/main/protocol/resolve-bundle-path.ts';

/** Where the bundle lies and which server its pages may talk to. */
export interface BundleSource {
  /** Absolute folder of the built renderer. */
  readonly root: string;
  /** Origin of the central server, without trailing slash. */
  readonly serverOrigin: string;
}

/** Makes the handler of `app://bundle`: files of the bundle and nothing else, with the policy on every answer. */
export function makeBundleHandler(source: BundleSource): (request: Request) => Promise<Response> {
  const safetyHeaders = {
    'content-security-policy': contentSecurityPolicy(source.serverOrigin),
    'x-content-type-options': 'nosniff',
    'permissions-policy': permissionsPolicy,
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
  };
  const refuse = (status: number): Response =>
    new Response(null, { status, headers: safetyHeaders });

  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405);
    const file = resolveBundlePath(source.root, request.url);
    if (file === null) return refuse(404);
    const bytes = await readBundleFile(file);
    if (bytes === null) return refuse(404);
    return new Response(request.method === 'HEAD' ? null : bytes, {
      status: 200,
      headers: {
        ...safetyHeaders,
        'content-type': mediaType(file),
        'content-length': String(bytes.byteLength),
      },
    });
  };
}

function isAbsence(code: unknown): boolean {
  return code === 'ENOENT' || code === 'EISDIR' || code === 'ENOTDIR';
}

async function readBundleFile(file: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await readFile(file));
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && isAbsence(cause.code)) return null;
    throw cause;
  }
}
