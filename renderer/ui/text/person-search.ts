/** Words of the search for a person over a list. */
export const personSearchText = {
  label: 'Cari nama atau NIP',
  hint: 'Cari nama atau NIP ( / )',
} as const;
