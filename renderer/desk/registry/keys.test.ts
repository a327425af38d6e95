import { describe, expect, it } from 'vitest';
import { features } from '#renderer/desk/registry/features.ts';
import {
  keyGroupsOf,
  liveTogether as liveTogetherOf,
  makeRegistry,
} from '#renderer/desk/registry/registry.ts';
import {
  caseKeys,
  outcomeKey,
  reasonKeys,
  reasonListKeys,
} from '#renderer/features/workbench/keys.ts';
import { generalKeys } from '#renderer/frame/general-keys.ts';
import { keyShortcuts, shownKey } from '#renderer/ui/keys/key-group.ts';
import { documentKeys } from '#renderer/viewer/document-keys.ts';
import { matchKey, type FocusKind } from '#renderer/ui/keys/match-key.ts';

const registry = makeRegistry(features, 'verifikator');

const keyTable = keyGroupsOf(registry).flatMap(({ scope, keys }) =>
  keys.map((binding) => ({ ...binding, scope })),
);

const liveTogether = liveTogetherOf(registry).map((groups) => groups.map(({ scope }) => scope));

function press(key: string, focus: FocusKind = 'none', ctrlKey = false) {
  return matchKey(
    { key, ctrlKey, altKey: false, metaKey: false },
    [caseKeys, documentKeys, generalKeys],
    focus,
  )?.action;
}

describe('key table', () => {
  it.each(liveTogether.map((scopes) => [scopes.join('+'), scopes] as const))(
    'has no key twice in %s',
    (_, scopes) => {
      const keys = keyTable
        .filter((binding) => scopes.includes(binding.scope))
        .flatMap((binding) =>
          binding.combos.map((combo) => `${combo.ctrl ? 'ctrl+' : ''}${combo.key}`),
        );
      expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
    },
  );

  it('gives the reasons no letter that means something on the workbench', () => {
    const letters = reasonKeys.filter((key) => /[a-z]/.test(key));
    const taken = keyTable
      .filter((binding) => binding.scope !== 'alasan' && binding.scope !== 'inbox')
      .flatMap((binding) => binding.combos.map((combo) => combo.key));
    expect(letters.filter((letter) => taken.includes(letter))).toEqual([]);
  });

  it('leaves to Windows, the browser and screen readers what is theirs', () => {
    const theirs = ['F3', 'F5', 'F6', 'F7', 'F10', 'F11', 'F12', 'Insert', 'Tab', 'Delete'];
    const keys = keyTable.flatMap(({ combos }) => combos.map(({ key }) => key));
    expect(keys.filter((key) => theirs.includes(key))).toEqual([]);
    // A key of a person who types must come with Ctrl or be none that types or moves the caret.
    const typing = keyTable.filter((binding) => binding.whileTyping || binding.everywhere);
    const caught = typing.flatMap(({ combos }) => combos).filter(({ ctrl }) => ctrl !== true);
    expect(caught.map(({ key }) => key).toSorted()).toEqual(['Escape', 'F1', 'F9']);
  });

  it('shows every key that it has', () => {
    const silent = keyTable.filter(({ combos, shown }) => combos.length === 0 || shown === '');
    expect(silent.map(({ action }) => action)).toEqual([]);
  });

  it('names every action once', () => {
    const actions = keyTable.map((binding) => binding.action);
    expect(new Set(actions).size).toBe(actions.length);
    expect(shownKey(caseKeys, 'decide')).toBe('Ctrl+Enter');
  });
});

describe('matching a key', () => {
  it('takes letters in either case', () => {
    expect([press('s'), press('S'), press('1')]).toEqual([
      'judgeMatch',
      'judgeMatch',
      'judgeMatch',
    ]);
  });

  it('leaves letters to a text input, but not Ctrl+Enter and Escape', () => {
    expect(press('s', 'text')).toBeUndefined();
    expect(press('Enter', 'text', true)).toBe('decide');
    expect(press('Escape', 'text')).toBe('leave');
  });

  it('leaves Space and Enter to a focused control and everything to an overlay', () => {
    expect(press(' ', 'control')).toBeUndefined();
    expect(press(' ')).toBe('scrollDown');
    expect(press('s', 'control')).toBe('judgeMatch');
    expect(press('s', 'overlay')).toBeUndefined();
  });

  it('leaves the arrows to a toolbar or a splitter', () => {
    expect(press('ArrowLeft', 'arrows')).toBeUndefined();
    expect(press('ArrowLeft', 'control')).toBe('previousCase');
    expect(press('ArrowLeft', 'text')).toBeUndefined();
  });

  it('asks for help and locks from anywhere', () => {
    const focuses: readonly FocusKind[] = ['text', 'control', 'arrows', 'overlay', 'none'];
    expect(focuses.map((focus) => press('F9', focus))).toEqual(focuses.map(() => 'lock'));
    expect(focuses.map((focus) => press('F1', focus))).toEqual(focuses.map(() => 'screenHelp'));
  });

  it('leaves everything but the lock to a modal dialog', () => {
    expect(['F1', '?', 'Escape', 's', 'F9'].map((key) => press(key, 'modal'))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      'lock',
    ]);
  });

  it('leaves the arrows to what they move within, but not to the fields beside it', () => {
    expect([press('ArrowLeft'), press('ArrowLeft', 'sideways')]).toEqual([
      'previousCase',
      undefined,
    ]);
    expect([press('ArrowDown', 'sideways'), press('ArrowDown', 'arrows')]).toEqual([
      'fieldDown',
      undefined,
    ]);
  });

  it('shows an outcome by its letter or its digit, and takes both', () => {
    expect([press('m'), press('5')]).toEqual(['chooseForward', 'chooseForward']);
    expect([outcomeKey('chooseForward', 'huruf'), outcomeKey('chooseForward', 'angka')]).toEqual([
      'M',
      '5',
    ]);
    expect(keyShortcuts(caseKeys, 'decide')).toBe('Control+Enter');
  });

  it('does not fire single letters with Ctrl or Alt', () => {
    expect(press('s', 'none', true)).toBeUndefined();
    const alt = { key: 's', ctrlKey: false, altKey: true, metaKey: false };
    expect(matchKey(alt, [caseKeys], 'none')).toBeUndefined();
  });

  it('gives the first scope precedence', () => {
    const pressed = { key: '1', ctrlKey: false, altKey: false, metaKey: false };
    expect(matchKey(pressed, [reasonListKeys, caseKeys], 'control')?.action).toBe('toggleReason');
  });
});
