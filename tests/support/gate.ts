/** A point that one part of a test waits at until another part opens it: order without sleeping. */
export interface Gate {
  readonly opened: Promise<void>;
  open(): void;
}

/** A closed gate. */
export function makeGate(): Gate {
  const inside: { open?: () => void } = {};
  const opened = new Promise<void>((resolve) => {
    inside.open = resolve;
  });
  return { opened, open: () => inside.open?.() };
}
