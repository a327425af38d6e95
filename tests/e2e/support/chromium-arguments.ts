/** Switches of the test browser: no traffic of its own, no first-run pages; the sandbox cannot run as root. */
export function chromiumArguments(): readonly string[] {
  return [
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-default-apps',
    '--disable-dev-shm-usage',
    '--disable-sync',
    '--no-first-run',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ];
}
