import { describe, expect, it } from 'vitest';
import {
  guideAfter,
  guidePlaces,
  guideSteps,
  type GuideEvent,
  type GuideStep,
} from '#renderer/features/guide/guide-steps.ts';

function walk(start: GuideStep, ...kinds: readonly GuideEvent['kind'][]): GuideStep | null {
  let step: GuideStep | null = start;
  for (const kind of kinds) step = step && guideAfter(step, { kind });
  return step;
}

describe('first-start guide', () => {
  it('goes through four steps and ends', () => {
    expect(guideSteps).toHaveLength(4);
    expect(walk('kotak_masuk', 'berikutnya', 'berikutnya', 'berikutnya')).toBe('antrean');
    expect(walk('antrean', 'berikutnya')).toBeNull();
  });

  it('has a screen for each step', () => {
    expect(guideSteps.map((step) => guidePlaces[step])).toEqual([
      'kotak_masuk',
      'meja_periksa',
      'meja_periksa',
      'antrean_kirim',
    ]);
  });

  it('goes back when asked to, and not before the first step', () => {
    expect(walk('putusan', 'sebelumnya')).toBe('meja_periksa');
    expect(walk('kotak_masuk', 'sebelumnya')).toBe('kotak_masuk');
  });

  it('goes along with the work', () => {
    expect(walk('kotak_masuk', 'usul_dibuka')).toBe('meja_periksa');
    expect(walk('kotak_masuk', 'usul_dibuka', 'keputusan_dipilih')).toBe('putusan');
    expect(walk('kotak_masuk', 'usul_dibuka', 'keputusan_disimpan')).toBe('antrean');
  });

  it('does not go back by itself when the next usul opens', () => {
    expect(walk('antrean', 'usul_dibuka', 'keputusan_dipilih')).toBe('antrean');
  });

  it('is over with the second decision', () => {
    expect(walk('kotak_masuk', 'keputusan_disimpan', 'keputusan_disimpan')).toBeNull();
  });
});
