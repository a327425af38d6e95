import { sql, type RawBuilder } from 'kysely';
import type { EmployeeFacts } from '#shared/records/employee.ts';

/**
 * What the server holds about the employee of each usul, as a column: to be selected where `usul`, its `usul_revision` and
 * its `employee` are joined. Everything is looked up by key, so that a page of the feed costs the same among any number
 * of employees.
 */
export const employeeFacts: RawBuilder<EmployeeFacts> = sql<EmployeeFacts>`jsonb_build_object(
  'unorActive', (SELECT active FROM unor WHERE unor.id = employee.unor_id),
  'skpYears', ${valuesOnRecord('skp', ['tahun', 'tahunSelesaiPenilaian'])},
  'educationLevels', ${valuesOnRecord('pendidikan', ['tkPendidikanId'])},
  'postKinds', ${valuesOnRecord('jabatan', ['jenisJabatan'])},
  'postHolders', ${postHolders()}
)`;

/** The different values of a field among the employee's records of a type; the first field that is filled counts. */
function valuesOnRecord(recordType: string, fields: readonly string[]): RawBuilder<unknown> {
  const filled = sql.join(
    fields.map((name) => sql`nullif(existing_record.values->>${sql.lit(name)}, '')`),
  );
  return sql`(
    SELECT coalesce(jsonb_agg(DISTINCT coalesce(${filled}) ORDER BY coalesce(${filled})), '[]')
    FROM existing_record
    WHERE existing_record.employee_id = usul.employee_id
      AND existing_record.record_type = ${sql.lit(recordType)}
      AND coalesce(${filled}) IS NOT NULL
  )`;
}

/** At most five: that there is another one is what matters. */
function postHolders(): RawBuilder<unknown> {
  return sql`(
    SELECT coalesce(jsonb_agg(jsonb_build_object(
      'nama', holder.data->>'nama',
      'jabatan', holder.data->>'jabatan',
      'unorId', holder.data->>'unorId',
      'unorNama', holder.data->>'unorNama'
    ) ORDER BY holder.id), '[]')
    FROM (
      SELECT other.id, other.data FROM employee AS other
      WHERE other.data->>'jenisJabatanId' = '1'
        AND other.data->>'jabatan' IN (
          employee.data->>'jabatan', coalesce(usul_revision.values->>'namaJabatan', '')
        )
        AND other.id <> employee.id
        AND other.opd_id = employee.opd_id
      ORDER BY other.id LIMIT 5
    ) AS holder
  )`;
}
