const pieceSize = 5_000;

/**
 * Deletes rows piece by piece, each in a transaction of its own, so that nobody waits long for a lock; answers how many.
 * `deletePiece` deletes at most `limit` rows.
 */
export async function deleteInPieces(
  deletePiece: (limit: number) => Promise<{ readonly numAffectedRows?: bigint }>,
): Promise<number> {
  for (let removed = 0; ;) {
    const { numAffectedRows = 0n } = await deletePiece(pieceSize);
    removed += Number(numAffectedRows);
    if (numAffectedRows < pieceSize) return removed;
  }
}
