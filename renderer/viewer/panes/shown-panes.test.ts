import { describe, expect, it } from 'vitest';
import {
  activeDocument,
  onePane,
  showDocument,
  showNext,
  withPanes,
} from '#renderer/viewer/panes/shown-panes.ts';

describe('documents on screen', () => {
  it('are shown one after the other, round and round', () => {
    expect(showNext(onePane(0), 3)).toEqual(onePane(1));
    expect(showNext(onePane(2), 3)).toEqual(onePane(0));
    expect(showNext(onePane(0), 1)).toEqual(onePane(0));
  });

  it('stand beside each other when there are two; the next one then is the other one', () => {
    const both = withPanes(onePane(0), true, 2);
    expect(both).toEqual({ shown: [0, 1], active: 0 });
    expect(showNext(both, 2)).toEqual({ shown: [0, 1], active: 1 });
    expect(showNext(showNext(both, 2), 2)).toEqual(both);
  });

  it('are never the same twice', () => {
    let panes = withPanes(onePane(2), true, 4);
    for (let step = 0; step < 12; step += 1) {
      const before = activeDocument(panes);
      panes = showNext(panes, 4);
      expect(activeDocument(panes)).toBe((before + 1) % 4);
      expect(new Set(panes.shown).size).toBe(2);
    }
  });

  it('take the place of the active one, and leave it alone again', () => {
    const both = showDocument(withPanes(onePane(0), true, 3), 1);
    expect(showDocument(both, 2)).toEqual({ shown: [0, 2], active: 1 });
    expect(withPanes(both, false, 3)).toEqual(onePane(1));
  });

  it('stay as they are when they are as many as wanted', () => {
    const both = withPanes(onePane(1), true, 3);
    expect(withPanes(both, true, 3)).toBe(both);
    expect(withPanes(onePane(1), false, 3)).toEqual(onePane(1));
  });

  it('stay one when there is no other', () => {
    expect(withPanes(onePane(0), true, 1)).toEqual(onePane(0));
  });
});
