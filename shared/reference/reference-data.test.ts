import { afterEach, describe, expect, test } from 'vitest';
import { useDelivered } from '#shared/reference/reference-data.ts';
import { codeLabel, golonganOf, listCodes } from '#shared/reference/reference-tables.ts';
import type { ReferenceVersion } from '#shared/reference/reference-version.ts';

const agama = (seq: number, validFrom: string, ...labels: string[]): ReferenceVersion => ({
  seq,
  set: 'agama',
  version: seq + 1,
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- days of a test
  validFrom: validFrom as ReferenceVersion['validFrom'],
  entries: labels.map((label, at) => ({ id: String(at + 1), label })),
});
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- days of a test
const day = (text: string) => text as ReferenceVersion['validFrom'];

afterEach(() => useDelivered([], day('2026-01-01')));

const labels = () => listCodes('agama').map(({ label }) => label);

describe('what is delivered', () => {
  test('is in force from its day on, to the day', () => {
    const shipped = labels();
    const versions = [agama(1, '2027-01-01', 'Islam', 'Kristen')];
    useDelivered(versions, day('2026-12-31'));
    expect(labels()).toEqual(shipped);
    useDelivered(versions, day('2027-01-01'));
    expect(labels()).toEqual(['Islam', 'Kristen']);
  });

  test('gives way to what came later, also where both begin on one day', () => {
    const versions = [
      agama(3, '2027-01-01', 'ketiga'),
      agama(1, '2026-06-01', 'pertama'),
      agama(2, '2027-01-01', 'kedua'),
    ];
    useDelivered(versions, day('2026-07-01'));
    expect(labels()).toEqual(['pertama']);
    useDelivered(versions, day('2027-02-01'));
    expect(labels()).toEqual(['ketiga']);
  });

  test('names a code as it is called today, not as it will be', () => {
    const versions = [agama(1, '2026-01-01', 'kini'), agama(2, '2027-01-01', 'nanti')];
    useDelivered(versions, day('2026-12-31'));
    expect(codeLabel('agama', '1')).toBe('kini');
    useDelivered(versions, day('2027-01-01'));
    expect(codeLabel('agama', '1')).toBe('nanti');
  });

  test('takes no name from what was decided before: a code that ended is still read', () => {
    useDelivered([agama(1, '2026-01-01', 'Islam')], day('2026-01-01'));
    expect(labels()).toEqual(['Islam']);
    expect(codeLabel('agama', '3')).toBe('Katholik');
  });

  test('of a set that this version does not know is left alone', () => {
    const unknown = { ...agama(1, '2026-01-01', 'x'), set: 'yangBelumAda' };
    useDelivered([unknown], day('2026-01-01'));
    expect(golonganOf('34')?.pangkat).toBe('Penata Tingkat I');
  });
});
