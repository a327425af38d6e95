import { sql, type Kysely } from 'kysely';

/** Which unor are in use, and who holds a structural post: the rules of the data quality index ask (IKD TIM_1, TIM_4). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    ALTER TABLE unor ADD COLUMN active boolean NOT NULL DEFAULT true;
    CREATE INDEX employee_structural_post ON employee ((data->>'jabatan'))
      WHERE data->>'jenisJabatanId' = '1';
  `.execute(db);
}
