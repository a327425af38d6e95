/** Scheme under which the shell serves the renderer; a scheme of our own has an origin, `file:` has none. */
export const bundleScheme = 'app';

/** The one host of that scheme. */
export const bundleHost = 'bundle';

/** Origin of every page, worker and font of the application. */
export const bundleOrigin = `${bundleScheme}://${bundleHost}`;

/** First page of the application. */
export const bundleStartUrl = `${bundleOrigin}/index.html`;

/** Whether a URL lies inside the application's own origin; anything that does not parse lies outside. */
export function isBundleUrl(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host, username, password } = new URL(url);
  // Compared in parts: URL.origin is 'null' for a scheme that Node does not know.
  return (
    protocol === `${bundleScheme}:` && host === bundleHost && username === '' && password === ''
  );
}
