import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeImportRun } from '#renderer/core/admin/import-run.ts';
import type { QueryDesk } from '#renderer/core/query/query-contract.ts';
import { importPieceBytes, type ImportState } from '#shared/contract/admin/imports.ts';
import { fail, succeed } from '#shared/kernel/result.ts';

const id = '0190a0b0-0000-7000-8000-000000000007';
const offline = { kind: 'luring', message: 'Luring.', action: 'Coba lagi.' };
const stateAt = (phase: ImportState['phase']): ImportState => ({
  id,
  kind: 'asn',
  phase,
  done: 0,
  total: 3,
  secondsLeft: null,
  counts: { baru: 2, berubah: 0, sama: 0, ditolak: 1 },
  fault: null,
  notes: [],
});

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A server that takes a file, and comes to each of these phases in turn. */
function makeServer(phases: ImportState['phase'][]) {
  const asked: { readonly route: string; readonly input: unknown }[] = [];
  let broken: string | null = null;
  const answers: Readonly<Record<string, () => unknown>> = {
    adminImportBegin: () => ({ id, received: 0 }),
    adminImportPiece: () => ({ id, received: 0 }),
    adminImportOrder: () => stateAt('membaca'),
    adminImport: () => stateAt(phases.shift() ?? 'dinilai'),
  };
  const ask = async (route: string, input: unknown) => {
    asked.push({ route, input });
    return route === broken ? fail(offline) : succeed(answers[route]!());
  };
  return {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- these routes are all that an import asks
    desk: { ask } as unknown as QueryDesk,
    routes: () => asked.map(({ route }) => route),
    asked,
    breakAt: (route: string | null) => {
      broken = route;
    },
  };
}

const settle = () => vi.advanceTimersByTimeAsync(5_000);

describe('a file that is imported', () => {
  it('goes in pieces, whole, and is looked at until the server rests; taking it is another step', async () => {
    const server = makeServer(['membaca', 'menilai', 'dinilai']);
    const run = makeImportRun(server.desk);
    const bytes = new Uint8Array(importPieceBytes + 10).fill(65);
    void run.getState().send('asn', new Blob([bytes]));
    await settle();
    expect(server.routes()).toEqual([
      'adminImportBegin',
      'adminImportPiece',
      'adminImportPiece',
      'adminImportOrder',
      'adminImport',
      'adminImport',
      'adminImport',
    ]);
    expect(server.asked[2]).toMatchObject({ input: { body: { offset: importPieceBytes } } });
    expect(run.getState()).toMatchObject({ sent: null, state: { phase: 'dinilai' } });
    void run.getState().take();
    await settle();
    expect(server.asked.find(({ route }) => route === 'adminImportOrder')).toMatchObject({
      input: { body: { order: 'lihat' } },
    });
    expect(server.asked.filter(({ route }) => route === 'adminImportOrder')[1]).toMatchObject({
      input: { body: { order: 'ambil' } },
    });
  });

  it('says why it did not go through, and can be sent again', async () => {
    const server = makeServer([]);
    const run = makeImportRun(server.desk);
    server.breakAt('adminImportPiece');
    void run.getState().send('opd', new Blob(['Kode']));
    await settle();
    expect(run.getState()).toMatchObject({ failure: offline, sent: null, state: null });
    server.breakAt(null);
    void run.getState().send('opd', new Blob(['Kode']));
    await settle();
    expect(run.getState()).toMatchObject({ failure: null, state: { phase: 'dinilai' } });
  });

  it('goes on at the server when the line breaks, and is asked about again', async () => {
    const server = makeServer(['mengambil', 'selesai']);
    const run = makeImportRun(server.desk);
    server.breakAt('adminImport');
    void run.getState().send('asn', new Blob(['NIP']));
    await settle();
    expect(run.getState()).toMatchObject({ failure: offline, state: { phase: 'membaca' } });
    server.breakAt(null);
    void run.getState().look();
    await settle();
    expect(run.getState()).toMatchObject({ failure: null, state: { phase: 'selesai' } });
  });

  it('that is empty or too large never leaves this PC', async () => {
    const server = makeServer([]);
    const run = makeImportRun(server.desk);
    await run.getState().send('opd', new Blob([]));
    expect(run.getState().failure?.kind).toBe('kosong');
    const large = { size: 60 * 1_048_576 };
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- its size is all that is asked
    await run.getState().send('opd', large as Blob);
    expect(run.getState().failure?.kind).toBe('terlalu_besar');
    expect(server.routes()).toEqual([]);
  });
});
