import type { RowProblem } from '#server/imports/rows/row-problem.ts';

/** A row of a tree: who it is, under whom, and what is wrong with it so far. */
export interface TreeNode<Row> {
  readonly id: string;
  readonly parentId: string | null;
  readonly problem?: RowProblem | undefined;
  readonly row: Row;
}

/** Deeper ones the places of usul do not reach (`findOpdPlaces`). */
const deepest = 20;

/**
 * Puts rows in an order in which parents come before their children; `stored`: the parents of what exists already. What
 * lies in a circle, under a row that is refused or under nobody, is refused too, and comes last.
 */
export function arrangeTree<Row>(
  nodes: readonly TreeNode<Row>[],
  stored: ReadonlyMap<string, string | null>,
): readonly TreeNode<Row>[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const judged = new Map<string, RowProblem | null>();
  const depths = new Map<string, number>();
  for (const node of nodes) {
    const path = pathOf(node.id, byId, stored);
    depths.set(node.id, path.ids.length);
    judged.set(node.id, node.problem ?? problemOf(path, byId));
  }
  return nodes
    .map((node) => ({ ...node, problem: judged.get(node.id) ?? undefined }))
    .toSorted(
      (a, b) =>
        Number(a.problem !== undefined) - Number(b.problem !== undefined) ||
        depths.get(a.id)! - depths.get(b.id)!,
    );
}

interface Path {
  /** The node and all above it. */
  readonly ids: readonly string[];
  /** How it ends: at the top, where somebody is named whom nobody knows, or where it comes back to itself. */
  readonly end: 'top' | 'nobody' | 'circle';
}

function pathOf(
  id: string,
  byId: ReadonlyMap<string, TreeNode<unknown>>,
  stored: ReadonlyMap<string, string | null>,
): Path {
  const ids: string[] = [];
  for (let at: string | null = id; at !== null;) {
    if (ids.includes(at)) return { ids: [...ids, at], end: 'circle' };
    const node = byId.get(at);
    if (!node && !stored.has(at)) return { ids: [...ids, at], end: 'nobody' };
    ids.push(at);
    // A circle that is longer than the deepest tree is none that anybody could read either.
    if (ids.length > 10 * deepest) return { ids, end: 'circle' };
    at = node ? node.parentId : (stored.get(at) ?? null);
  }
  return { ids, end: 'top' };
}

function problemOf(
  { ids, end }: Path,
  byId: ReadonlyMap<string, TreeNode<unknown>>,
): RowProblem | null {
  if (end === 'circle') return { kind: 'melingkar', path: ids.slice(0, 2 * deepest) };
  const refusedAbove = ids.slice(1).find((id) => byId.get(id)?.problem !== undefined);
  if (refusedAbove !== undefined) return { kind: 'induk_ditolak', text: refusedAbove };
  if (end === 'nobody') {
    const missing = ids.at(-1)!;
    return ids.length === 2
      ? { kind: 'tidak_ada', label: 'Kode induk', text: missing, source: 'berkas maupun data OPD' }
      : { kind: 'induk_ditolak', text: ids.at(-2)! };
  }
  return ids.length > deepest ? { kind: 'terlalu_dalam', most: deepest } : null;
}
