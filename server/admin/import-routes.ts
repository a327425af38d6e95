import type { Admin } from '#server/accounts/administered.ts';
import { adminRefusals, notFound, refuse } from '#server/accounts/admin-refusals.ts';
import { instansiOf, registerAdminRoute } from '#server/admin/admin-route.ts';
import { logUnexpected } from '#server/http/errors.ts';
import type { RouteContext } from '#server/http/register-route.ts';
import { ImportDesk } from '#server/imports/desk/import-desk.ts';
import {
  findJob,
  readRejected,
  readRows,
  stateOf,
  takePiece,
  type ImportJob,
  type ImportOwner,
} from '#server/imports/desk/import-jobs.ts';
import type { Db } from '#server/store/database.ts';
import { pageOf, readPageKey } from '#server/store/page-key.ts';
import type { ApiError } from '#shared/contract/api-error.ts';
import { apiRoutes } from '#shared/contract/api.ts';
import type { ImportRow, importRowsQuerySchema } from '#shared/contract/admin/imports.ts';
import { adminPageRows } from '#shared/contract/admin/page.ts';
import { makeApiError } from '#shared/contract/error-messages.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import type { z } from 'zod';

const mediaTypes = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** Files of offices, ASN and accounts: sent in pieces, read in a process apart, looked at, and taken; by whichever servers. */
export function registerImports(context: RouteContext): void {
  const { app, ports } = context;
  const { db, now } = ports;
  const desk = new ImportDesk({ db, now, onBug: (cause) => logUnexpected(app.log, cause) });
  app.addHook('onClose', () => desk.close());

  registerAdminRoute(context, apiRoutes.adminImportBegin, async ({ body }, admin) => {
    const owner = ownerOf(admin);
    if (!owner.ok) return owner;
    const job = await desk.begin(owner.value, body.kind, body.bytes);
    return job ? succeed({ id: job.id, received: 0 }) : refuse(adminRefusals.importsBusy);
  });
  registerAdminRoute(context, apiRoutes.adminImportPiece, async ({ body }, admin) => {
    const job = await findIn(context, admin, body.id);
    if (!job.ok) return job;
    const piece = Buffer.from(body.bytes, 'base64');
    const received = await takePiece(db, body.id, body.offset, piece);
    return received === undefined
      ? refuse(adminRefusals.wrongPiece)
      : succeed({ id: body.id, received });
  });
  registerAdminRoute(context, apiRoutes.adminImportOrder, async ({ body }, admin) => {
    const job = await findIn(context, admin, body.id);
    if (!job.ok) return job;
    const obeyed = await obey(desk, job.value, body.order);
    return obeyed ? succeed(stateOf(obeyed)) : refuse(adminRefusals.notNow);
  });
  registerAdminRoute(context, apiRoutes.adminImport, async ({ query }, admin) => {
    const job = await findIn(context, admin, query.id);
    return job.ok ? succeed(stateOf(job.value)) : job;
  });
  registerAdminRoute(context, apiRoutes.adminImportRows, async ({ query }, admin) => {
    const job = await findIn(context, admin, query.id);
    if (!job.ok) return job;
    const page = await pageOfRows(db, query);
    return page ? succeed(page) : fail(makeApiError('tidak_sah'));
  });
  registerAdminRoute(context, apiRoutes.adminImportRejected, async ({ query }, admin) => {
    const job = await findIn(context, admin, query.id);
    if (!job.ok) return job;
    const bytes = await readRejected(db, job.value);
    const { kind, course } = job.value;
    if (!bytes || course.form === null) return refuse(adminRefusals.notNow);
    const name = `${kind}-ditolak.${course.form}`;
    return succeed({ name, mediaType: mediaTypes[course.form], bytes: bytes.toString('base64') });
  });
}

function ownerOf(admin: Admin): Result<ImportOwner, ApiError> {
  const instansi = instansiOf(admin);
  return instansi.ok ? succeed({ ...admin.acting, instansiId: instansi.value }) : instansi;
}

/** An import of this admin's own; that of another is none. */
async function findIn(
  { ports: { db, now } }: RouteContext,
  admin: Admin,
  id: string,
): Promise<Result<ImportJob, ApiError>> {
  const owner = ownerOf(admin);
  if (!owner.ok) return owner;
  const job = await findJob(db, owner.value, id, now());
  return job ? succeed(job) : notFound();
}

async function obey(
  desk: ImportDesk,
  job: ImportJob,
  order: 'lihat' | 'ambil' | 'hentikan',
): Promise<ImportJob | undefined> {
  switch (order) {
    case 'lihat':
      return desk.preview(job);
    case 'ambil':
      return desk.apply(job);
    case 'hentikan':
      await desk.stop(job);
      return job;
  }
}

async function pageOfRows(
  db: Db,
  { id, fate, after }: z.output<typeof importRowsQuerySchema>,
): Promise<{ rows: ImportRow[]; next: string | null } | undefined> {
  const [from = ''] = after === undefined ? ['0'] : (readPageKey(after, 1) ?? []);
  if (!/^\d{1,9}$/u.test(from)) return undefined;
  const limit = adminPageRows + 1;
  const rows = await readRows(db, id, { fate, after: Number(from), limit });
  return pageOf(rows, adminPageRows, ({ number }) => [String(number)]);
}
