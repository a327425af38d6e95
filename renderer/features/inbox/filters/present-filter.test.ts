import { describe, expect, it } from 'vitest';
import { searchOptions } from '#renderer/features/inbox/filters/filter-options.ts';
import {
  chipsOf,
  countRestrictions,
  hasFilter,
  saveFilter,
} from '#renderer/features/inbox/filters/present-filter.ts';
import { noFilter } from '#renderer/core/inbox/inbox-list.ts';
import type { InboxFilter } from '#renderer/core/inbox/inbox-query.ts';

const names = { unor: (id: string) => `Bidang ${id}`, person: () => 'Rina Contoh' };
const filter: InboxFilter = {
  ...noFilter,
  recordTypes: ['skp', 'cltn'],
  unorIds: ['7'],
  marks: ['konsep'],
  nip: '199013012015031999',
};

describe('the filter in view', () => {
  it('has one chip for every restriction, and each takes only itself away', () => {
    const chips = chipsOf(filter, names);
    expect(chips.map(({ label }) => label)).toEqual([
      'Riwayat SKP',
      'CLTN',
      'Bidang 7',
      'Konsep',
      'ASN: Rina Contoh',
    ]);
    expect(countRestrictions(filter)).toBe(chips.length);
    expect(chips[0]?.without).toEqual({ recordTypes: ['cltn'] });
    const none = chips.reduce((left) => ({ ...left, ...chipsOf(left, names)[0]?.without }), filter);
    expect(none).toEqual(noFilter);
  });

  it('does not count the status; a search narrows, too', () => {
    expect(hasFilter({ ...noFilter, statuses: ['koordinasi'] })).toBe(false);
    expect(hasFilter({ ...noFilter, search: 'rina' })).toBe(true);
  });
});

describe('saved filters', () => {
  it('keep a name once, sorted, and nothing that names a person', () => {
    const one = saveFilter([], 'Mendesak', { ...filter, search: 'rina' }, 'tenggat');
    const two = saveFilter(one, 'CLTN', noFilter, 'nama');
    expect(two.map(({ name }) => name)).toEqual(['CLTN', 'Mendesak']);
    expect(two[1]?.filter).toEqual({ ...filter, search: '', nip: '' });
    expect(saveFilter(two, 'Mendesak', noFilter, 'asn')[1]?.sort).toBe('asn');
  });
});

describe('the choices', () => {
  it('are found by parts of their words', () => {
    const options = [
      { id: '1', label: 'Bidang Pembinaan SMP' },
      { id: '2', label: 'SD Negeri 1 Karangsari' },
    ];
    expect(searchOptions(options, ' smp  BINA').map(({ id }) => id)).toEqual(['1']);
    expect(searchOptions(options, '')).toEqual(options);
  });
});
