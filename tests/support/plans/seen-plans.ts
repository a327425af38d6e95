import { z } from 'zod';
import { runStatement } from '#tests/support/database.ts';

/** A step of a plan that reads a table or an index, with the rows that it really read. */
export interface Read {
  readonly query: string;
  /** As PostgreSQL names it: `Seq Scan`, `Index Only Scan` … */
  readonly step: string;
  /** The table, or the index where a step names it alone. */
  readonly from: string;
  readonly rows: number;
  /** How often; 0: it was planned, and then not needed. */
  readonly loops: number;
}

const nodeSchema = z.looseObject({
  'Node Type': z.string(),
  'Relation Name': z.string().optional(),
  'Index Name': z.string().optional(),
  'Actual Rows': z.number().default(0),
  'Actual Loops': z.number().default(0),
  'Rows Removed by Filter': z.number().default(0),
  'Rows Removed by Index Recheck': z.number().default(0),
  get Plans() {
    return z.array(nodeSchema).optional();
  },
});
type PlanNode = z.infer<typeof nodeSchema>;
const planSchema = z.looseObject({ 'Query Text': z.string(), Plan: nodeSchema });

/**
 * Makes PostgreSQL tell whoever connects as this role how each of its statements was executed, with those that foreign keys
 * ask: what a handler really sent, under the parameters that it sent.
 */
export async function explainTo(role: string, url: string): Promise<void> {
  const database = new URL(url).pathname.slice(1);
  const settings = {
    session_preload_libraries: 'auto_explain',
    'auto_explain.log_min_duration': '0',
    'auto_explain.log_analyze': 'on',
    'auto_explain.log_timing': 'off',
    'auto_explain.log_nested_statements': 'on',
    'auto_explain.log_format': 'json',
    'auto_explain.log_level': 'notice',
    'auto_explain.log_parameter_max_length': '0',
  };
  const statements = Object.entries(settings).map(
    ([name, value]) => `ALTER ROLE ${role} IN DATABASE ${database} SET ${name} = '${value}'`,
  );
  await runStatement(url, statements.join(';'));
}

/** The reads of a plan as PostgreSQL tells it; none for any other notice. */
export function readsIn(notice: string): readonly Read[] {
  const at = notice.indexOf('plan:\n');
  if (!notice.startsWith('duration:') || at === -1) return [];
  const plan = planSchema.parse(JSON.parse(notice.slice(at + 'plan:\n'.length)));
  return readsOf(plan.Plan).map((read) => ({ ...read, query: plan['Query Text'] }));
}

function readsOf(node: PlanNode): readonly Omit<Read, 'query'>[] {
  const below = (node.Plans ?? []).flatMap(readsOf);
  const from = node['Relation Name'] ?? node['Index Name'];
  if (from === undefined || !node['Node Type'].includes('Scan')) return below;
  const perLoop =
    node['Actual Rows'] + node['Rows Removed by Filter'] + node['Rows Removed by Index Recheck'];
  const rows = Math.round(perLoop * node['Actual Loops']);
  return [{ step: node['Node Type'], from, rows, loops: node['Actual Loops'] }, ...below];
}
