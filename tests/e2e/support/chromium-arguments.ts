/** What Playwright 1.65 switches off itself: of several lists Chromium follows the last one alone, which is ours. */
const offForPlaywright = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'TcpPortRandomizationWin',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
];

/**
 * Pages of the browser's own, which it draws for every window also where there is none to see (the list below the address
 * bar), and processes that it keeps in reserve: half of what a window of a test costs (2.4 seconds of a core without
 * these switches, 1.2 with them).
 */
const offForSpeed = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
  'PreloadTopChromeWebUI',
  'InitialWebUI',
  'SpareRendererForSitePerProcess',
];

/**
 * A page compiles and collects garbage in the thread that runs it. The helpers that it has for that otherwise take the
 * cores from the pages, servers and workers of the tests beside it: a fifth of what the pages of a run cost.
 */
const withoutHelpers = '--js-flags=--single-threaded';

/**
 * Switches of the test browser: no traffic of its own, no first-run pages, no pages of its own; the sandbox cannot run as
 * root.
 */
export function chromiumArguments(): readonly string[] {
  return [
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-default-apps',
    '--disable-dev-shm-usage',
    `--disable-features=${[...offForPlaywright, ...offForSpeed].join(',')}`,
    '--disable-sync',
    withoutHelpers,
    '--no-first-run',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ];
}
