import { describe, expect, it } from 'vitest';
import { findReason, reasons } from '#shared/workflow/reasons.ts';

describe('the catalogue of reasons', () => {
  it('has every reason once, each for an outcome', () => {
    expect(new Set(reasons.map((reason) => reason.code)).size).toBe(reasons.length);
    expect(new Set(reasons.map((reason) => reason.label)).size).toBe(reasons.length);
    expect(reasons.filter((reason) => reason.outcomes.length === 0)).toEqual([]);
  });

  it('fits the codes of a decision', () => {
    expect(reasons.filter((reason) => !/^[A-Z_]{2,40}$/.test(reason.code))).toEqual([]);
  });

  it('finds a reason by its code, and nothing by another', () => {
    expect(findReason('DATA_BEDA')?.label).toBe('Data tidak sesuai dengan dokumen');
    expect(findReason('data_beda')).toBeUndefined();
  });
});
