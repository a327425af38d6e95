/** Which documents (by their place among the usul's) are on screen, and which of them the commands reach. */
export interface ShownPanes {
  readonly shown: readonly [number] | readonly [number, number];
  /** Index into `shown`. */
  readonly active: 0 | 1;
}

/** One document on screen. */
export function onePane(document: number): ShownPanes {
  return { shown: [document], active: 0 };
}

/** The document that the commands reach. */
export function activeDocument({ shown, active }: ShownPanes): number {
  return shown[active] ?? shown[0];
}

/** Goes to a document: where it is on screen already, else in place of the active one. No document is shown twice. */
export function showDocument(panes: ShownPanes, document: number): ShownPanes {
  const [first, second] = panes.shown;
  if (second === undefined) return onePane(document);
  if (document === first) return { ...panes, active: 0 };
  if (document === second) return { ...panes, active: 1 };
  return { ...panes, shown: panes.active === 0 ? [document, second] : [first, document] };
}

/** Goes to the document after the active one, round and round. */
export function showNext(panes: ShownPanes, count: number): ShownPanes {
  return count === 0 ? panes : showDocument(panes, (activeDocument(panes) + 1) % count);
}

/** With two panes the next document beside the active one, where there is one; else the active one alone on screen. */
export function withPanes(panes: ShownPanes, two: boolean, count: number): ShownPanes {
  const wanted = two && count > 1 ? 2 : 1;
  if (panes.shown.length === wanted) return panes;
  const current = activeDocument(panes);
  if (wanted === 1) return onePane(current);
  return { shown: [current, (current + 1) % count], active: 0 };
}
