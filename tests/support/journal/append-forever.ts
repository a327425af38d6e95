// A process that appends until it is killed: node --import tsx append-forever.ts <folder> <account id> <payload bytes>.
// Prints the number of every record once it was acknowledged, or the fault that ends it.
import { makeFileJournal } from '#electron/journal/file-journal.ts';
import { encodeRecord } from '#shared/journal/framing.ts';

const [folder = '', accountId = '', payloadBytes = '0'] = process.argv.slice(2);
const journal = makeFileJournal(folder, (code) => process.stderr.write(`${code}\n`));

for (let number = 1; ; number += 1) {
  const payload = new Uint8Array(4 + Number(payloadBytes));
  new DataView(payload.buffer).setUint32(0, number);
  // oxlint-disable-next-line no-await-in-loop -- one after the other, as a person decides
  const answer = await journal.append(accountId, encodeRecord({ kind: 2, payload }));
  if (!answer.ok) {
    process.stdout.write(`${answer.error.kind}\n`);
    break;
  }
  process.stdout.write(`${number}\n`);
}
