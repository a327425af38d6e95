import { readFile } from 'node:fs/promises';
import { createSecureContext } from 'node:tls';
import { startSentences } from '#server/app/start-sentences.ts';
import { StartProblem } from '#server/cli/start-problem.ts';

/** A certificate with its chain, and its key; PEM. */
export interface TlsCertificate {
  readonly cert: Buffer;
  readonly key: Buffer;
}

/** Reads both and sees that they fit. Throws StartProblem. */
export async function readCertificate(files: {
  readonly certFile: string;
  readonly keyFile: string;
}): Promise<TlsCertificate> {
  try {
    const [cert, key] = await Promise.all([readFile(files.certFile), readFile(files.keyFile)]);
    createSecureContext({ cert, key });
    return { cert, key };
  } catch {
    // Missing, not allowed, no PEM, or a key of another certificate: a person looks at both files anyhow.
    throw new StartProblem(startSentences.badCertificate(files.certFile, files.keyFile));
  }
}
