import { v7 as makeUuidV7 } from 'uuid';
import { employeeActCommands } from '#server/commands/employee/command-line.ts';
import { commandResultsSchema } from '#shared/contract/commands.ts';
import { recordTypes } from '#shared/records/record-types.ts';
import type { RecordValues, Usul } from '#shared/records/usul.ts';
import { addAccount, currentUsul } from '#tests/support/builders.ts';
import type { Desk } from '#tests/e2e/support/start-desk.ts';
import { signIn } from '#tests/support/server.ts';

/** The ASN signs in and hands an own usul in again, its first words changed; answers the name that the history shows. */
export async function resubmit(desk: Desk, id: string): Promise<string> {
  const usul = await currentUsul(desk.db, id);
  const username = `asn-${id.slice(0, 8)}`;
  await addAccount(desk.db, username, 'asn', { kind: 'employee', id: usul.employee.id });
  const employee = await signIn(desk, username);
  const answer = await employee.fetch('/api/v1/commands', {
    method: 'POST',
    body: JSON.stringify({ commands: [handedIn(usul)] }),
  });
  const { results } = commandResultsSchema.parse(await answer.json());
  if (results[0]?.kind !== 'diterima') throw new Error(`Not taken: ${JSON.stringify(results)}`);
  return employee.account.displayName;
}

function handedIn(usul: Usul) {
  const { id: usulId, revision, version, values, documents } = usul;
  return {
    kind: 'ajukan_ulang',
    id: makeUuidV7(),
    usulId,
    revision,
    version,
    note: 'Sudah diperbaiki sesuai dokumen.',
    madeAt: new Date().toISOString(),
    values: { ...values, ...changedWords(usul) },
    documents: documents.map(({ documentId, fileName, sha256 }) => ({
      documentId,
      fileName,
      sha256,
    })),
  };
}

function changedWords({ recordType, values }: Usul): RecordValues {
  const words = recordTypes[recordType].groups
    .flatMap(({ fields }) => fields)
    .find(
      ({ name, format: { kind } }) =>
        values[name] && (kind === 'text' || kind === 'documentNumber'),
    );
  if (!words) throw new Error(`An usul of ${recordType} says nothing in words.`);
  return { [words.name]: `${values[words.name]} A` };
}

const nobody = () => Promise.resolve('');

/** An operator takes an usul back for its ASN at the command line. */
export async function withdraw(desk: Desk, id: string): Promise<void> {
  const command = employeeActCommands.find(({ name }) => name === 'usul withdraw');
  if (!command) throw new Error('There is no such command.');
  await command.run({
    db: desk.db,
    argument: id,
    options: { note: 'Salah unggah.' },
    stopSignal: () => new AbortController().signal,
    print: () => undefined,
    ask: nobody,
    askSecret: nobody,
  });
}
