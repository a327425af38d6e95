import { Client } from 'pg';

/** Variables in which the global set-up tells the tests where the template is. */
export const deskVariables = {
  postgres: 'MEJA_E2E_POSTGRES',
  template: 'MEJA_E2E_TEMPLATE',
  shortTemplate: 'MEJA_E2E_SHORT_TEMPLATE',
  documents: 'MEJA_E2E_DOCUMENTS',
  truth: 'MEJA_E2E_TRUTH',
  readings: 'MEJA_E2E_READINGS',
} as const;

/** The template as the global set-up left it. */
export function templateDesk(): Readonly<Record<keyof typeof deskVariables, string>> {
  return {
    postgres: read(deskVariables.postgres),
    template: read(deskVariables.template),
    shortTemplate: read(deskVariables.shortTemplate),
    documents: read(deskVariables.documents),
    truth: read(deskVariables.truth),
    readings: read(deskVariables.readings),
  };
}

function read(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: did the global set-up run?`);
  return value;
}

/** URL of another database of the same PostgreSQL. */
export function postgresDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}

/** Runs statements on a connection of its own. */
export async function withAdmin(
  url: string,
  work: (client: Client) => Promise<unknown>,
): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
