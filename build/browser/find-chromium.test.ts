import { describe, expect, test } from 'vitest';
import {
  findChromium,
  findTestBrowser,
  type ChromiumSearchPorts,
} from '#build/browser/find-chromium.ts';

function machine(
  files: readonly string[],
  changes: Partial<ChromiumSearchPorts> = {},
): ChromiumSearchPorts {
  return {
    platform: 'linux',
    env: { PATH: '/usr/local/bin:/usr/bin' },
    playwrightChromium: () => '/cache/playwright/chrome',
    isExecutable: (file) => files.includes(file),
    mayInstallPackages: () => false,
    install: () => Promise.resolve(false),
    tell: () => undefined,
    ...changes,
  };
}

describe('finding a Chromium', () => {
  test("Playwright's own wins over an installed one", async () => {
    const ports = machine(['/usr/bin/chromium', '/cache/playwright/chrome']);
    expect(await findChromium(ports, { install: true })).toEqual({
      ok: true,
      value: '/cache/playwright/chrome',
    });
  });

  test.each([
    ['linux', '/usr/bin/google-chrome', { PATH: '/usr/bin' }],
    ['linux', '/usr/bin/microsoft-edge', { PATH: '/usr/bin' }],
    ['darwin', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', {}],
    [
      'win32',
      String.raw`C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe`,
      { 'PROGRAMFILES(X86)': String.raw`C:\Program Files (x86)` },
    ],
    [
      'win32',
      String.raw`C:\Users\a\AppData\Local\Google\Chrome\Application\chrome.exe`,
      { LOCALAPPDATA: String.raw`C:\Users\a\AppData\Local` },
    ],
  ] as const)('on %s it knows %s', async (platform, file, env) => {
    const found = await findChromium(machine([file], { platform, env }), { install: false });
    expect(found).toEqual({ ok: true, value: file });
  });

  test('a named one is taken, and refused in a sentence when it cannot be started', async () => {
    const env = { MEJA_CHROMIUM: '/opt/mine', PATH: '/usr/bin' };
    const ports = machine(['/opt/mine', '/usr/bin/chromium'], { env });
    expect(await findChromium(ports, { install: false })).toEqual({ ok: true, value: '/opt/mine' });
    const broken = await findChromium(machine(['/usr/bin/chromium'], { env }), { install: false });
    expect(broken.ok).toBe(false);
  });

  test('on Debian as root the package is installed when nothing is there', async () => {
    const files: string[] = [];
    const told: string[] = [];
    const ports = machine(files, {
      mayInstallPackages: () => true,
      install: () => {
        files.push('/usr/bin/chromium');
        return Promise.resolve(true);
      },
      tell: (sentence) => told.push(sentence),
    });
    expect(await findChromium(ports, { install: true })).toEqual({
      ok: true,
      value: '/usr/bin/chromium',
    });
    expect(told).toHaveLength(1);
  });

  test('nothing is installed unless asked for', async () => {
    let installs = 0;
    const ports = machine([], {
      mayInstallPackages: () => true,
      install: () => {
        installs += 1;
        return Promise.resolve(true);
      },
    });
    const found = await findChromium(ports, { install: false });
    expect(installs).toBe(0);
    expect(found).toMatchObject({ ok: false, error: expect.stringContaining('pasang') });
  });

  test('a failed installation ends in the same sentence', async () => {
    const found = await findChromium(machine([], { mayInstallPackages: () => true }), {
      install: true,
    });
    expect(found).toMatchObject({ ok: false, error: expect.stringContaining('Chromium') });
  });
});

describe('finding what tests run in', () => {
  const [shell, chromium] = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];

  test.each([
    ['a headless shell wins over a Chromium', [chromium, shell], shell],
    ['a Chromium does where there is no shell', [chromium], chromium],
    ["Playwright's own does", ['/cache/playwright/chrome'], '/cache/playwright/chrome'],
  ])('%s', async (_name, files, value) => {
    const found = await findTestBrowser(machine(files), { install: true });
    expect(found).toEqual({ ok: true, value });
  });

  test('a named one wins over every shell', async () => {
    const ports = machine([shell, '/opt/mine'], { env: { MEJA_CHROMIUM: '/opt/mine' } });
    expect(await findTestBrowser(ports, { install: false })).toEqual({
      ok: true,
      value: '/opt/mine',
    });
  });

  test('a shell is looked for where there can be one', async () => {
    const ports = machine([shell], { platform: 'darwin' });
    expect(await findTestBrowser(ports, { install: false })).toMatchObject({ ok: false });
  });

  test.each([
    ['the shell alone is installed on a Debian without either', true, [shell]],
    ['a Chromium where there is no such package', false, [shell, chromium]],
  ])('%s', async (_name, hasShell, asked) => {
    const files: string[] = [];
    const installed: string[] = [];
    const ports = machine(files, {
      mayInstallPackages: () => true,
      install: (name) => {
        installed.push(`/usr/bin/${name}`);
        const works = name === 'chromium' || hasShell;
        if (works) files.push(`/usr/bin/${name}`);
        return Promise.resolve(works);
      },
    });
    const found = await findTestBrowser(ports, { install: true });
    expect(found).toEqual({ ok: true, value: asked.at(-1) });
    expect(installed).toEqual(asked);
  });

  test('beside a Chromium nothing is installed', async () => {
    const ports = machine([chromium], {
      mayInstallPackages: () => true,
      install: () => Promise.reject(new Error('not asked for')),
    });
    expect(await findTestBrowser(ports, { install: true })).toEqual({ ok: true, value: chromium });
  });
});
