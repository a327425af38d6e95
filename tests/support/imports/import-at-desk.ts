import { expect } from 'vitest';
import {
  importPieceBytes,
  importReceivedSchema,
  importStateSchema,
  type ImportKindId,
  type ImportState,
} from '#shared/contract/admin/imports.ts';
import { apiRoutes, type ApiRoute } from '#shared/contract/api.ts';
import { postAs, told } from '#tests/support/admin-desk.ts';
import type { TestClient } from '#tests/support/server.ts';
import { until } from '#tests/support/until.ts';

/** A file of two OPD, one of which is refused. */
export const twoOffices = 'Kode OPD;Nama OPD\r\ndinas-baru;Dinas Baru\r\n;Tanpa Kode\r\n';

/** Sends a file whole; answers the id of its import. */
export async function sendFile(
  by: TestClient,
  kind: ImportKindId,
  content: string | Buffer,
  pieceBytes: number = importPieceBytes,
): Promise<string> {
  const file = Buffer.from(content);
  const begun = await postAs(by, 'imports', { kind, bytes: file.length });
  expect(begun.status).toBe(200);
  const { id } = importReceivedSchema.parse(await begun.json());
  for (let offset = 0; offset < file.length; offset += pieceBytes) {
    const bytes = file.subarray(offset, offset + pieceBytes).toString('base64');
    expect(await told(await postAs(by, 'imports/piece', { id, offset, bytes }))).toBe('done');
  }
  return id;
}

/** Lets the server do something with a file, and waits until it rests. */
export async function order(
  by: TestClient,
  id: string,
  what: 'lihat' | 'ambil',
): Promise<ImportState> {
  expect(await told(await postAs(by, 'imports/order', { id, order: what }))).toBe('done');
  return rested(by, id);
}

/** How an import stands once nothing goes on with it. */
export async function rested(by: TestClient, id: string): Promise<ImportState> {
  let state: ImportState | undefined;
  await until(async () => {
    const answer = await by.fetch(`/api/v1/admin/imports/state?id=${id}`);
    state = importStateSchema.parse(await answer.json());
    expect(['membaca', 'menilai', 'mengambil']).not.toContain(state.phase);
  });
  return state!;
}

/** A good call of a route of imports, with the file that it is about; undefined for another route. */
export async function importCallOf(
  by: TestClient,
  { path }: ApiRoute,
): Promise<{ readonly query?: string; readonly body?: object } | undefined> {
  switch (path) {
    case apiRoutes.adminImportBegin.path:
      return { body: { kind: 'opd', bytes: 10 } };
    case apiRoutes.adminImportPiece.path: {
      const begun = await postAs(by, 'imports', { kind: 'opd', bytes: 10 });
      const { id } = importReceivedSchema.parse(await begun.json());
      return { body: { id, offset: 0, bytes: Buffer.from('Kode').toString('base64') } };
    }
    case apiRoutes.adminImportOrder.path:
      return { body: { id: await sendFile(by, 'opd', twoOffices), order: 'hentikan' } };
    case apiRoutes.adminImport.path:
      return { query: `id=${await sendFile(by, 'opd', twoOffices)}` };
    case apiRoutes.adminImportRows.path:
    case apiRoutes.adminImportRejected.path: {
      const id = await sendFile(by, 'opd', twoOffices);
      await order(by, id, 'lihat');
      return { query: `id=${id}` };
    }
    default:
      return undefined;
  }
}
