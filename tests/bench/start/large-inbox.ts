import { randomUUID } from 'node:crypto';
import { insertEmployees } from '#server/accounts/organisation.ts';
import { submitUsul } from '#server/commands/submissions.ts';
import type { Employee } from '#shared/records/employee.ts';
import { addDays, localDateOf } from '#shared/kernel/local-date.ts';
import type { Desk } from '#tests/e2e/support/start-desk.ts';
import {
  addDocument,
  addOrganisation,
  addVerifikator,
  makeEmployee,
  makeNewUsul,
  testPassword,
} from '#tests/support/builders.ts';
import type { Credentials } from '#tests/e2e/support/verifikator.ts';

/** Two verifikators of one server: one with a large inbox, one with nothing to do. */
export interface Inboxes {
  readonly large: Credentials;
  readonly empty: Credentials;
}

const usulOfOnePerson = 4;
const atOnce = 4000;
const given = ['Agus', 'Bambang', 'Citra', 'Dewi', 'Eko', 'Fitri', 'Gunawan', 'Hesti', 'Indra'];
const middle = ['Adi', 'Bayu', 'Dwi', 'Jaya', 'Kusuma', 'Lestari', 'Mulya', 'Nugraha', 'Putra'];
const family = ['Wibowo', 'Santoso', 'Rahayu', 'Hidayat', 'Saputra', 'Maharani', 'Permata'];

/** Fills a server with an office that has so many usul, each with the same document, and one that has none. */
export async function fillInboxes(desk: Desk, usulCount: number): Promise<Inboxes> {
  await addOrganisation(desk.db);
  const document = await addDocument(desk.db, desk.documents, 'Piagam contoh');
  const people = Array.from({ length: Math.ceil(usulCount / usulOfOnePerson) }, (_, n) =>
    makePerson(n),
  );
  await insertEmployees(
    desk.db,
    people.map((data) => ({ opdId: 'dinas-a', data })),
  );
  const today = localDateOf(new Date());
  for (let from = 0; from < usulCount; from += atOnce) {
    const count = Math.min(atOnce, usulCount - from);
    const usuls = Array.from({ length: count }, (_, n) => {
      const person = people[Math.floor((from + n) / usulOfOnePerson)]!;
      return makeNewUsul('dinas-a', {
        employeeId: person.id,
        employeeName: person.nama,
        documents: [document],
        deadline: addDays(today, ((from + n) % 30) - 5),
      });
    });
    await submitUsul(desk.db, usuls);
  }
  const large = await addVerifikator(desk.db, 'dinas-a');
  const empty = await addVerifikator(desk.db, 'dinas-b');
  return {
    large: { username: large.username, password: testPassword },
    empty: { username: empty.username, password: testPassword },
  };
}

function makePerson(n: number): Employee {
  const nama = `${given[n % 9]} ${middle[Math.floor(n / 9) % 9]} ${family[n % 7]} ${n}`;
  // Birth month 13: the number cannot be anybody's.
  const nip = `198013012005${String(n).padStart(6, '0')}`;
  return { ...makeEmployee('dinas-a', 0), id: randomUUID(), nama, nip };
}
