import { describe, expect, it } from 'vitest';
import { parseLook } from '#renderer/desk/look/remembered-look.ts';

describe('the look of the last start', () => {
  it('comes back as it was kept', () => {
    const look = { theme: 'gelap', density: 'rapat', textSize: 115 };
    expect(parseLook(JSON.parse(JSON.stringify(look)))).toEqual(look);
  });

  it.each([null, 'gelap', {}, { theme: 'ungu', density: 'rapat', textSize: 100 }])(
    'is left to the system when %o was kept',
    (stored) => {
      expect(parseLook(stored)).toBeNull();
    },
  );
});
