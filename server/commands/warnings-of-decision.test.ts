import { describe, expect, test } from 'vitest';
import { toldOf, warningsOfDecision } from '#server/commands/warnings-of-decision.ts';
import { acknowledgesSince, type Decision } from '#shared/workflow/decision.ts';
import { makeDecision } from '#tests/support/builders.ts';
import { makeSampleUsul } from '#tests/support/samples/faultless-usul.ts';

const future = makeSampleUsul('penghargaan', {
  values: { hargaId: '203', skNomor: '12/K/2099', skDate: '2099-08-17', tahun: '2099' },
});
const receivedAt = new Date('2026-11-22T02:00:00.000Z');

/** A catalogue in which the rule on days to come is one of 0.3.0. */
const sinceOf = ({ subject }: { readonly subject: string }) =>
  subject === 'TANGGAL_MENDATANG' ? '0.3.0' : acknowledgesSince;

function subjectsOf(appVersion: string, change: Partial<Decision> = {}) {
  const decision = makeDecision(future, { appVersion, ...change });
  const { asked, notAsked } = warningsOfDecision(future, decision, receivedAt, sinceOf);
  return [asked, notAsked].map((warnings) => warnings.map(({ subject }) => subject));
}

describe('a rule that came with a later version', () => {
  test('is asked about by an application that knows it', () => {
    const [asked, notAsked] = subjectsOf('0.3.0');
    expect(asked).toContain('TANGGAL_MENDATANG');
    expect(notAsked).toEqual([]);
  });

  test('is not asked of one that does not, while the others are; and it is not lost', () => {
    const [asked, notAsked] = subjectsOf('0.2.9');
    expect(asked).toContain('TAHUN_MENDATANG');
    expect(asked).not.toContain('TANGGAL_MENDATANG');
    expect(notAsked).toEqual(['TANGGAL_MENDATANG']);
  });

  test('is told with all the others where the application asked about nothing yet', () => {
    const [asked, notAsked] = subjectsOf('0.1.9');
    expect(asked).toEqual([]);
    expect(notAsked).toEqual(expect.arrayContaining(['TANGGAL_MENDATANG', 'TAHUN_MENDATANG']));
  });

  test('tells whoever decides next what was stated, then what nobody was asked about, each once', () => {
    const acknowledged = [{ kind: 'aturan' as const, subject: 'TAHUN_MENDATANG', about: 'tahun' }];
    const decision = makeDecision(future, { appVersion: '0.1.9', acknowledged });
    const told = toldOf(decision, warningsOfDecision(future, decision, receivedAt, sinceOf));
    expect(told.slice(0, 1)).toEqual(acknowledged);
    expect(told.filter(({ subject }) => subject === 'TAHUN_MENDATANG')).toHaveLength(1);
    expect(told.slice(1).every(({ asked }) => asked === false)).toBe(true);
    expect(told.map(({ subject }) => subject)).toContain('TANGGAL_MENDATANG');
  });
});
