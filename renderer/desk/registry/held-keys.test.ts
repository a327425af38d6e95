import { describe, expect, it } from 'vitest';
import { features } from '#renderer/desk/registry/features.ts';
import { keyGroupsOf, makeRegistry } from '#renderer/desk/registry/registry.ts';
import { makeHeldKey } from '#renderer/ui/keys/held-key.ts';

const keyTable = keyGroupsOf(makeRegistry(features, 'verifikator')).flatMap(({ keys }) => keys);

function bindingOf(action: string) {
  const binding = keyTable.find((each) => each.action === action);
  if (!binding) throw new Error(`no key for ${action}`);
  return binding;
}

/** What the action does at the press of its key and at the two repeats of a key held down. */
function holding(action: string) {
  const held = makeHeldKey();
  const binding = bindingOf(action);
  return [false, true, true].map((repeat) => held.effectOf({ code: 'KeyX', repeat }, binding));
}

describe('a key held down', () => {
  it('goes on moving, scrolling and zooming', () => {
    const going = keyTable.filter(({ repeats }) => repeats).map(({ action }) => action);
    expect(going.toSorted()).toEqual([
      'fieldDown',
      'fieldUp',
      'listDown',
      'listPageDown',
      'listPageUp',
      'listUp',
      'nextPage',
      'pickWord',
      'previousPage',
      'reasonDown',
      'reasonUp',
      'scrollDown',
      'scrollUp',
      'zoomIn',
      'zoomOut',
    ]);
    expect(going.map(holding)).toEqual(going.map(() => ['act', 'act', 'act']));
  });

  it('does everything else once', () => {
    const once = keyTable.filter(({ repeats }) => !repeats).map(({ action }) => action);
    expect(once).toEqual(
      expect.arrayContaining(['undoDecision', 'advance', 'nextCase', 'listOpen']),
    );
    expect(once.map(holding)).toEqual(once.map(() => ['act', 'swallow', 'swallow']));
  });

  it('is not typed into the input that its press led to', () => {
    const held = makeHeldKey();
    const t = { code: 'KeyT', repeat: false };
    expect(held.effectOf(t, bindingOf('judgeDiffer'))).toBe('act');
    expect(held.effectOf({ ...t, repeat: true }, null)).toBe('swallow');
    expect(held.effectOf(t, null)).toBe('pass');
    expect(held.effectOf({ ...t, repeat: true }, null)).toBe('pass');
  });

  it('that was pressed in an input does nothing outside of it', () => {
    const held = makeHeldKey();
    expect(held.effectOf({ code: 'Enter', repeat: false }, null)).toBe('pass');
    expect(held.effectOf({ code: 'Enter', repeat: true }, bindingOf('advance'))).toBe('swallow');
  });
});
