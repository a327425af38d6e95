/** Origins that may be opened in the person's own browser; none yet. */
const allowedOrigins: readonly string[] = [];

/** Whether a link may leave the application: https and on the allow-list, nothing else. */
export function mayOpenExternally(
  url: string,
  allowed: readonly string[] = allowedOrigins,
): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, origin } = new URL(url);
  return protocol === 'https:' && allowed.includes(origin);
}
