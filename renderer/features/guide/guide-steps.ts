/** The four steps of the first-start guide, in their order. */
export const guideSteps = ['kotak_masuk', 'meja_periksa', 'putusan', 'antrean'] as const;
export type GuideStep = (typeof guideSteps)[number];

/** The screen that a step speaks of. */
export type GuidePlace = 'kotak_masuk' | 'meja_periksa' | 'antrean_kirim';

/** Where each step is to be seen. */
export const guidePlaces: Readonly<Record<GuideStep, GuidePlace>> = {
  kotak_masuk: 'kotak_masuk',
  meja_periksa: 'meja_periksa',
  putusan: 'meja_periksa',
  antrean: 'antrean_kirim',
};

/** What a person does that the guide follows. */
export type GuideEvent =
  | { readonly kind: 'berikutnya' }
  | { readonly kind: 'sebelumnya' }
  /** An usul came on the desk. */
  | { readonly kind: 'usul_dibuka' }
  /** The usul on the desk has an outcome. */
  | { readonly kind: 'keputusan_dipilih' }
  | { readonly kind: 'keputusan_disimpan' };

/**
 * The step after an event; null when the guide is over. It goes along with what the person does and never back by
 * itself; whoever decides once more has learnt it and is left alone.
 */
export function guideAfter(step: GuideStep, event: GuideEvent): GuideStep | null {
  const at = guideSteps.indexOf(step);
  switch (event.kind) {
    case 'berikutnya':
      return guideSteps[at + 1] ?? null;
    case 'sebelumnya':
      return guideSteps[Math.max(0, at - 1)] ?? step;
    case 'usul_dibuka':
      return step === 'kotak_masuk' ? 'meja_periksa' : step;
    case 'keputusan_dipilih':
      return step === 'meja_periksa' ? 'putusan' : step;
    case 'keputusan_disimpan':
      return step === 'antrean' ? null : 'antrean';
  }
}
