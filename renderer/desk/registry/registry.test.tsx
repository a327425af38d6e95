// First: Dexie looks for IndexedDB when it is loaded.
import { makeTestPc } from '#tests/support/desk/fake-desk.ts';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { deskRoles, features } from '#renderer/desk/registry/features.ts';
import {
  keyGroupsOf,
  liveTogether,
  makeRegistry,
  rolesWithScreens,
  type Registry,
} from '#renderer/desk/registry/registry.ts';
import { ScreenLinks } from '#renderer/desk/shell/screen-links.tsx';
import { roles } from '#shared/workflow/authority/roles.ts';
import { makeFakeServer } from '#tests/support/desk/fake-server.ts';
import { HelpPanel } from '#renderer/features/help/help-panel.tsx';
import { KeyGroupList } from '#renderer/features/keys/key-overlay.tsx';
import type { Feature } from '#renderer/frame/feature.ts';
import { addressOf, declareScreen, type ScreenProps } from '#renderer/frame/screen.tsx';
import type { Ways } from '#renderer/frame/ways.ts';
import { CountBadge } from '#renderer/ui/parts/count-badge.tsx';
import { bind, keyGroup, keysOf } from '#renderer/ui/keys/key-group.ts';

const id = '0190a0b0-0000-7000-8000-000000000007';

/** A task of another role, as its folder would declare it. */
const reportKeys = keyGroup({
  scope: 'laporan',
  title: 'Laporan',
  keys: [bind('printReport', ['q'], 'Q', 'Cetak laporan')],
});

function ReportView({ params }: ScreenProps<{ readonly reportId: string | null }>) {
  return <p>{`Laporan ${params.reportId ?? 'terbaru'}`}</p>;
}

const reportScreen = declareScreen(
  {
    kind: 'report',
    address: '/laporan/:reportId?',
    title: 'Laporan',
    help: {
      purpose: 'Menyusun laporan bulanan.',
      steps: ['Pilih bulan.'],
      keys: keysOf(reportKeys, 'printReport'),
      troubles: [{ problem: 'Laporan kosong.', remedy: 'Pilih bulan lain.' }],
    },
    keys: [reportKeys],
    link: { icon: <i />, Badge: () => <CountBadge count={3} /> },
  },
  async () => ReportView,
);

const report: Feature = { name: 'report', roles: ['monitor'], screens: [reportScreen] };

const pc = makeTestPc(() => makeFakeServer([], new Map()).api);
const desk = pc.openDesk();
afterAll(() => pc.close());

// Whoever sits at the desk of the others, and has one task more.
const others = features.map((feature) => ({ ...feature, roles }));
const registry = makeRegistry([...others, report], 'monitor');

function unwanted(): never {
  throw new Error('nobody asks for it');
}

const ways: Ways = {
  toInbox: unwanted,
  toUsul: unwanted,
  toOutbox: unwanted,
  toBulk: unwanted,
  toReturned: unwanted,
  toSettings: unwanted,
  toReport: unwanted,
  back: unwanted,
  lastUsulId: null,
};

function navigation(shown: Registry, address: string): string {
  return renderToStaticMarkup(
    <ScreenLinks
      registry={shown}
      desk={desk}
      place={shown.placeAt(address)}
      onGo={() => undefined}
    />,
  );
}

describe('a feature that the registry lists', () => {
  it('has its address, and the way back from it', () => {
    const address = addressOf(reportScreen, { reportId: id });
    expect(address).toBe(`/laporan/${id}`);
    const place = registry.placeAt(address);
    expect([place.screen.kind, place.params]).toEqual(['report', { reportId: id }]);
    expect(registry.placeAt('/laporan').params).toEqual({ reportId: null });
  });

  it('has its place in the navigation, with its badge, marked while it is shown', () => {
    const html = navigation(registry, '/laporan');
    expect(html).toMatch(/aria-current="page"[^>]*><i><\/i> Laporan<div[^>]*>3</);
    expect(html.match(/aria-current/g)).toHaveLength(1);
  });

  it('has its keys in the overlay, after those that were there', () => {
    const groups = keyGroupsOf(registry);
    expect(groups.map(({ scope }) => scope)).toEqual([
      'umum',
      'inbox',
      'massal',
      'massal-daftar',
      'workbench',
      'letak',
      'alasan',
      'dokumen',
      'konflik',
      'admin',
      'daftar-admin',
      'lapor',
      'pengaturan',
      'laporan',
    ]);
    const html = renderToStaticMarkup(<KeyGroupList group={groups.at(-1)!} />);
    expect(html).toContain('Laporan');
    expect(html).toContain('Cetak laporan');
  });

  it('has its keys looked at for clashes with what works everywhere', () => {
    const scopes = liveTogether(registry).map((groups) => groups.map(({ scope }) => scope));
    expect(scopes).toContainEqual(['umum', 'laporan']);
  });

  it('has its help, with its keys', () => {
    const { title, help } = reportScreen;
    const html = renderToStaticMarkup(
      <HelpPanel title={title} page={help} onClose={() => undefined} onAllKeys={() => undefined} />,
    );
    for (const words of ['Bantuan: Laporan', 'Menyusun laporan bulanan.', 'Cetak laporan']) {
      expect(html).toContain(words);
    }
  });

  it('is not there for a role that it is not for', () => {
    const mine = makeRegistry([...features, report], 'verifikator');
    expect(mine.screens).not.toContain(reportScreen);
    expect(mine.placeAt('/laporan').screen.kind).toBe('inbox');
    expect(navigation(mine, '/kotak-masuk')).not.toContain('Laporan');
  });

  it('comes at once when its view is here already', async () => {
    const view = (
      <reportScreen.View
        desk={desk}
        workers={{ take: unwanted }}
        policy={{
          minimumAppVersion: '0.1.0',
          offlineUnlockDays: 7,
          lockAfterMinutes: 15,
          markFoundAllowed: true,
        }}
        params={{ reportId: null }}
        ways={ways}
        announce={unwanted}
      />
    );
    await reportScreen.preload();
    expect(renderToStaticMarkup(view)).toBe('<p>Laporan terbaru</p>');
  });
});

describe('a view that is fetched when it is needed', () => {
  const load = vi.fn<() => Promise<typeof ReportView>>();
  const screen = declareScreen({ ...reportScreen, address: '/laporan/:reportId?' }, load);

  it('is asked for again after it could not be had, and once it was, never more', async () => {
    load.mockRejectedValueOnce(new TypeError('offline')).mockResolvedValue(ReportView);
    await expect(screen.preload()).rejects.toThrow('offline');
    await Promise.all([screen.preload(), screen.preload()]);
    await screen.preload();
    expect(load).toHaveBeenCalledTimes(2);
  });
});

describe('the roles with a desk', () => {
  it('are those that have a screen, in the order of the roles', () => {
    expect(deskRoles).toEqual(['verifikator', 'approver', 'validator', 'admin', 'helpdesk']);
    const withMonitor = roles.filter((role) => role === 'monitor' || deskRoles.includes(role));
    expect(rolesWithScreens([report, ...features])).toEqual(withMonitor);
    expect(rolesWithScreens([{ name: 'none', roles, screens: [] }])).toEqual([]);
  });
});

const labelsOf = (role: (typeof roles)[number]): readonly string[] =>
  keyGroupsOf(makeRegistry(features, role)).flatMap(({ keys }) => keys.map(({ label }) => label));
const helpOf = (role: (typeof roles)[number]) =>
  makeRegistry(features, role).placeAt(`/periksa/${id}`).screen.help;

describe('the same screens in the words of a role', () => {
  it.each([
    ['verifikator', 'Memenuhi syarat', 'Koordinasi BKPSDM', 'Kembalikan ke verifikator'],
    ['validator', 'Memenuhi syarat', 'Koordinasi BKPSDM', 'Kembalikan ke verifikator'],
    ['approver', 'Setujui', 'Kembalikan ke verifikator', 'Koordinasi BKPSDM'],
  ] as const)('%s: the overlay names what may be chosen, and nothing else', (role, ...names) => {
    const [first, last, foreign] = names;
    expect(labelsOf(role)).toEqual(expect.arrayContaining([first, last]));
    expect(labelsOf(role)).not.toContain(foreign);
  });

  it('have help of their own, with the keys in the same words', () => {
    expect(helpOf('approver').keys.map(({ label }) => label)).toContain('Setujui');
    expect(helpOf('approver').purpose).not.toBe(helpOf('verifikator').purpose);
  });
});

describe('the features of this application', () => {
  it('are all that declare themselves', () => {
    const folder = path.join(import.meta.dirname, '../../features');
    const declared = readdirSync(folder).filter((name) =>
      readdirSync(path.join(folder, name)).some((file) => /^feature[.]tsx?$/.test(file)),
    );
    expect(features.map(({ name }) => name).toSorted()).toEqual(declared.toSorted());
  });

  it('have screens of different kinds and addresses, each with a title and help', () => {
    const screens = features.flatMap((feature) => feature.screens);
    expect(new Set(screens.map(({ kind }) => kind)).size).toBe(screens.length);
    expect(new Set(screens.map(({ address }) => address)).size).toBe(screens.length);
    expect(screens.filter(({ title, help }) => title === '' || help.steps.length === 0)).toEqual(
      [],
    );
  });

  it('mark a link that there is', () => {
    const screens = features.flatMap((feature) => feature.screens);
    const linked = screens.filter(({ link }) => link).map(({ kind }) => kind);
    const marked = screens.flatMap(({ under }) => under ?? []);
    expect(marked.filter((kind) => !linked.includes(kind))).toEqual([]);
  });

  it.each([
    ['/kotak-masuk', 'Kotak Masuk', 1],
    [`/periksa/${id}`, 'Kotak Masuk', 0],
    ['/antrean-kirim', 'Antrean Kirim', 1],
    ['/perlu-diperiksa', 'Antrean Kirim', 0],
  ])('%s belongs to %s', (address, _, current) => {
    const html = navigation(makeRegistry(features, 'verifikator'), address);
    expect(html.match(/aria-current/g) ?? []).toHaveLength(current);
  });
});
