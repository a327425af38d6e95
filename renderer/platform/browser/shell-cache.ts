/** Everything that one build of the application consists of; `revision` changes when any of it does. */
export interface ShellBuild {
  readonly revision: string;
  /** Paths from the root of the site; `/` is the page itself. */
  readonly files: readonly string[];
}

/** The part of the browser's caches that is used here. */
export interface ShellCaches {
  open(name: string): Promise<{
    put(path: string, response: Response): Promise<void>;
    match(path: string): Promise<Response | undefined>;
  }>;
  keys(): Promise<string[]>;
  delete(name: string): Promise<boolean>;
}

const prefix = 'meja-shell-';

/**
 * Puts a whole build into a cache of its own. One file missing or not as the server should answer (a captive portal's
 * page in place of a script) and the build is not installed: the old one stays, whole.
 */
export async function keepShell(
  caches: ShellCaches,
  shell: ShellBuild,
  fetchFile: (path: string) => Promise<Response>,
): Promise<void> {
  const name = prefix + shell.revision;
  const cache = await caches.open(name);
  try {
    await Promise.all(
      shell.files.map(async (path) => {
        const response = await fetchFile(path);
        if (!isOf(path, response)) throw new Error(`Not part of the application: ${path}`);
        await cache.put(path, response);
      }),
    );
  } catch (cause) {
    await caches.delete(name);
    throw cause;
  }
}

/** Removes the caches of other builds; called when this one takes over. */
export async function forgetOldShells(caches: ShellCaches, shell: ShellBuild): Promise<void> {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(prefix) && name !== prefix + shell.revision);
  await Promise.all(old.map((name) => caches.delete(name)));
}

/**
 * A file of the build from its cache, and the page for every navigation: page and scripts are always of one build, and
 * a start does not wait for a slow line. A new build shows at the first start after it was installed whole.
 */
export async function answerFromShell(
  caches: ShellCaches,
  shell: ShellBuild,
  request: Request,
): Promise<Response> {
  const cache = await caches.open(prefix + shell.revision);
  const path = request.mode === 'navigate' ? '/' : new URL(request.url).pathname;
  return (await cache.match(path)) ?? fetch(request);
}

function isOf(path: string, response: Response): boolean {
  if (!response.ok || response.redirected) return false;
  const isPage = response.headers.get('content-type')?.startsWith('text/html') ?? false;
  return isPage === (path === '/');
}
