import { describe, expect, it } from 'vitest';
import { setupSteps, waitingThings } from '#renderer/features/admin/overview/steps.ts';
import type { AdminOverview } from '#shared/contract/admin/overview.ts';

/** A server that was just set up: one instansi, one admin, nothing else. */
const empty: AdminOverview = {
  setup: { opd: 0, unor: 0, asn: 0, periods: 0 },
  accounts: { active: 1, waiting: 0 },
  appointments: 1,
  waitingDevices: 0,
  waitingHandovers: 0,
  withoutVerifikator: [],
  hasApprover: false,
  hasHelpdesk: false,
};
const done = (overview: AdminOverview) => setupSteps(overview).map(({ isDone }) => isDone);

describe('what is to be prepared', () => {
  it('is everything on an empty server, offices first', () => {
    expect(done(empty)).toEqual([false, false, false, false, false, false]);
    expect(setupSteps(empty).map(({ text }) => text.split(' ')[0])).toEqual([
      'OPD',
      'Unit',
      'Data',
      'Akun',
      'Penunjukan',
      'Periode',
    ]);
  });

  it('is crossed off one by one; the admin alone is nobody who works', () => {
    const setup = { opd: 3, unor: 9, asn: 0, periods: 1 };
    const some = { ...empty, setup, accounts: { active: 4, waiting: 2 }, appointments: 1 };
    expect(done(some)).toEqual([true, true, false, true, false, true]);
  });

  it('is accounts and appointments for the offices of BKN', () => {
    expect(setupSteps({ ...empty, setup: null })).toHaveLength(2);
  });
});

describe('what waits', () => {
  it('is told with its place, and nothing else', () => {
    expect(waitingThings(empty)).toEqual([]);
    const busy = { ...empty, waitingDevices: 2, accounts: { active: 1, waiting: 1200 } };
    expect(waitingThings(busy)).toEqual([
      { text: '2 PC menunggu persetujuan', address: '/admin/pc' },
      { text: '1.200 akun belum diaktifkan', address: '/admin/akun' },
    ]);
  });
});
