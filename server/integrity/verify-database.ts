import { StartProblem } from '#server/cli/start-problem.ts';
import { verifyChains } from '#server/commands/verify-chains.ts';
import { knownAnchors, verifyAnchors, type AnchorPorts } from '#server/integrity/anchors.ts';
import { verifySeals } from '#server/integrity/chain-seals.ts';
import { verifyHistory } from '#server/integrity/history-seals.ts';
import { integritySentences } from '#server/integrity/sentences.ts';
import { verifyThreads } from '#server/threads/verify-threads.ts';
import { findMisfits } from '#server/integrity/verify-usul.ts';

/**
 * `verify-chain`: whether the database is what the server made of it. Says what is not; throws StartProblem when anything is
 * not. Nothing is sealed or anchored by it.
 */
export async function verifyDatabase(
  { db, file, now }: Omit<AnchorPorts, 'settleMs'>,
  print: (line: string) => void,
): Promise<void> {
  const known = await knownAnchors({ db, file });
  const chains = await verifyChains(db);
  for (const report of chains) print(integritySentences.chain(report));
  const found = [
    ...(await verifySeals(db, known.sealed)).map(integritySentences.seal),
    ...(await verifyAnchors(db, known.anchors, now())).map(integritySentences.anchor),
    ...(await verifyHistory(db, known)).map(integritySentences.history),
    ...(await findMisfits(db, now())).map(integritySentences.misfit),
    ...(await verifyThreads(db)).map(integritySentences.thread),
    ...(known.foreign > 0 ? [integritySentences.anchorsForeign(file, known.foreign)] : []),
  ];
  for (const sentence of found) print(sentence);
  if (known.found) print(integritySentences.anchored(known.anchors.length));
  else print(integritySentences.anchorsMissing(file));
  if (found.length > 0 || chains.some(({ fault }) => fault)) {
    throw new StartProblem(integritySentences.found);
  }
}
