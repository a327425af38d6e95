import type { Admin } from '#server/accounts/administered.ts';
import { adminRefusals, notFound, refuse } from '#server/accounts/admin-refusals.ts';
import { instansiOf, registerAdminRoute } from '#server/admin/admin-route.ts';
import { logUnexpected } from '#server/http/errors.ts';
import type { RouteContext } from '#server/http/register-route.ts';
import { ImportDesk } from '#server/imports/desk/import-desk.ts';
import { stateOf, type ImportOwner, type KeptImport } from '#server/imports/desk/kept-import.ts';
import { importTexts } from '#server/imports/texts.ts';
import { pageOf, readPageKey } from '#server/store/page-key.ts';
import type { ApiError } from '#shared/contract/api-error.ts';
import { apiRoutes } from '#shared/contract/api.ts';
import type { ImportRow } from '#shared/contract/admin/imports.ts';
import { adminPageRows } from '#shared/contract/admin/page.ts';
import { makeApiError } from '#shared/contract/error-messages.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';

const mediaTypes = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** Files of offices, ASN and accounts: sent in pieces, read in a process apart, looked at, and taken. */
export function registerImports(context: RouteContext): void {
  const { app, ports } = context;
  const { db, now } = ports;
  const desk = new ImportDesk({ db, now, onBug: (cause) => logUnexpected(app.log, cause) });
  app.addHook('onClose', () => desk.close());

  registerAdminRoute(context, apiRoutes.adminImportBegin, async ({ body }, admin) => {
    const owner = ownerOf(admin);
    if (!owner.ok) return owner;
    const kept = await desk.begin(owner.value, body.kind, body.bytes);
    return kept ? succeed({ id: kept.id, received: 0 }) : refuse(adminRefusals.importsBusy);
  });
  registerAdminRoute(context, apiRoutes.adminImportPiece, async ({ body }, admin) => {
    const kept = findIn(desk, admin, body.id);
    if (!kept.ok) return kept;
    const piece = Buffer.from(body.bytes, 'base64');
    if (!(await desk.take(kept.value, body.offset, piece))) return refuse(adminRefusals.wrongPiece);
    return succeed({ id: body.id, received: kept.value.received });
  });
  registerAdminRoute(context, apiRoutes.adminImportOrder, async ({ body }, admin) => {
    const kept = findIn(desk, admin, body.id);
    if (!kept.ok) return kept;
    return obey(desk, kept.value, body.order)
      ? succeed(stateOf(kept.value))
      : refuse(adminRefusals.notNow);
  });
  registerAdminRoute(context, apiRoutes.adminImport, async ({ query }, admin) => {
    const kept = findIn(desk, admin, query.id);
    return kept.ok ? succeed(stateOf(kept.value)) : kept;
  });
  registerAdminRoute(context, apiRoutes.adminImportRows, async ({ query }, admin) => {
    const kept = findIn(desk, admin, query.id);
    if (!kept.ok) return kept;
    const page = pageOfRows(kept.value, query);
    return page ? succeed(page) : fail(makeApiError('tidak_sah'));
  });
  registerAdminRoute(context, apiRoutes.adminImportRejected, async ({ query }, admin) => {
    const kept = findIn(desk, admin, query.id);
    if (!kept.ok) return kept;
    const bytes = await desk.rejected(kept.value);
    if (!bytes) return refuse(adminRefusals.notNow);
    const form = kept.value.opened?.form.kind ?? 'csv';
    const name = `${kept.value.kind}-ditolak.${form}`;
    return succeed({ name, mediaType: mediaTypes[form], bytes: bytes.toString('base64') });
  });
}

function ownerOf(admin: Admin): Result<ImportOwner, ApiError> {
  const instansi = instansiOf(admin);
  return instansi.ok ? succeed({ ...admin.acting, instansiId: instansi.value }) : instansi;
}

/** An import of this admin's own; that of another is none. */
function findIn(desk: ImportDesk, admin: Admin, id: string): Result<KeptImport, ApiError> {
  const owner = ownerOf(admin);
  if (!owner.ok) return owner;
  const kept = desk.find(owner.value, id);
  return kept ? succeed(kept) : notFound();
}

function obey(desk: ImportDesk, kept: KeptImport, order: 'lihat' | 'ambil' | 'hentikan'): boolean {
  switch (order) {
    case 'lihat':
      return desk.preview(kept);
    case 'ambil':
      return desk.apply(kept);
    case 'hentikan':
      desk.stop(kept);
      return true;
  }
}

function pageOfRows(
  { rows }: KeptImport,
  { fate, after }: { readonly fate?: ImportRow['fate']; readonly after?: string },
): { rows: ImportRow[]; next: string | null } | undefined {
  const [from = ''] = after === undefined ? ['0'] : (readPageKey(after, 1) ?? []);
  if (!/^\d{1,9}$/u.test(from)) return undefined;
  const found = rows.filter(
    (row) => row.number > Number(from) && (fate === undefined || row.fate.kind === fate),
  );
  const page = pageOf(found, adminPageRows, ({ number }) => [String(number)]);
  return {
    rows: page.rows.map((row) => ({
      number: row.number,
      title: row.title.slice(0, 2_000),
      fate: row.fate.kind,
      why: importTexts.why(row.fate).slice(0, 100_000),
    })),
    next: page.next,
  };
}
