/**
 * The statement that copies a database, as files: PostgreSQL's usual way writes every page into its log, for a server that may
 * lose its power, and takes longer to drop again.
 */
export function copyStatement(name: string, template: string): string {
  return `CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY FILE_COPY`;
}
