import { describe, expect, it } from 'vitest';
import { features } from '#renderer/desk/registry/features.ts';
import { makeRegistry } from '#renderer/desk/registry/registry.ts';
import { addressOf } from '#renderer/frame/screen.tsx';

const registry = makeRegistry(features, 'verifikator');

/** A screen by its kind, with what its address says. */
type Screen = { readonly kind: string } & Readonly<Record<string, string | null>>;

function hashOf({ kind, ...params }: Screen): string {
  const screen = registry.screens.find((each) => each.kind === kind);
  if (!screen) throw new Error(`no screen ${kind}`);
  return `#${addressOf(screen, params)}`;
}

function screenOf(hash: string) {
  const { screen, params } = registry.placeAt(hash.slice(1));
  return { kind: screen.kind, ...params };
}

describe('screen and address', () => {
  it.each<Screen>([
    { kind: 'inbox' },
    { kind: 'outbox' },
    { kind: 'conflicts', decisionId: null },
    { kind: 'conflicts', decisionId: '0190a0b0-0000-7000-8000-000000000002' },
    { kind: 'settings' },
    { kind: 'case', usulId: '0190a0b0-0000-7000-8000-000000000001' },
  ])('comes back to %o', (screen) => {
    expect(screenOf(hashOf(screen))).toEqual(screen);
  });

  it('keeps the addresses that people and other programs know', () => {
    const id = '0190a0b0-0000-7000-8000-000000000001';
    expect(registry.screens.map(({ kind, address }) => [kind, address])).toEqual([
      ['inbox', '/kotak-masuk'],
      ['case', '/periksa/:usulId'],
      ['outbox', '/antrean-kirim'],
      ['conflicts', '/perlu-diperiksa/:decisionId?'],
      ['helpdesk', '/helpdesk'],
      ['settings', '/pengaturan'],
    ]);
    expect([
      hashOf({ kind: 'case', usulId: id }),
      hashOf({ kind: 'conflicts', decisionId: null }),
    ]).toEqual([`#/periksa/${id}`, '#/perlu-diperiksa']);
  });

  it('opens the inbox for an unknown address', () => {
    expect(screenOf('#/periksa/../x')).toEqual({ kind: 'inbox' });
    expect(screenOf('')).toEqual({ kind: 'inbox' });
  });
});
