import { describe, expect, it } from 'vitest';
import { keyTable, liveTogether, reasonKeys, shownKey } from '#renderer/ui/keys/key-table.ts';
import { matchKey, type FocusKind } from '#renderer/ui/keys/match-key.ts';

function press(key: string, focus: FocusKind = 'none', ctrlKey = false) {
  return matchKey(
    { key, ctrlKey, altKey: false, metaKey: false },
    ['workbench', 'dokumen', 'umum'],
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

  it('names every action once', () => {
    const actions = keyTable.map((binding) => binding.action);
    expect(new Set(actions).size).toBe(actions.length);
    expect(shownKey('decide')).toBe('Ctrl+Enter');
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

  it('does not fire single letters with Ctrl or Alt', () => {
    expect(press('s', 'none', true)).toBeUndefined();
    const alt = { key: 's', ctrlKey: false, altKey: true, metaKey: false };
    expect(matchKey(alt, ['workbench'], 'none')).toBeUndefined();
  });

  it('gives the first scope precedence', () => {
    const pressed = { key: '1', ctrlKey: false, altKey: false, metaKey: false };
    expect(matchKey(pressed, ['alasan', 'workbench'], 'control')?.action).toBe('toggleReason');
  });
});
