import { expect, test } from '@playwright/test';
import { layoutFaults } from '#tests/e2e/support/layout.ts';

const name = 'Prof. Dr. Ir. Raden Mas Soerjaatmadja Koesoemonegoro Wiryawan, S.Pd., M.Si.';
const box = 'width:120px;white-space:nowrap;overflow:hidden';

/** Pages with one thing wrong, and the word by which the finding is told. */
const wrong = {
  'a page wider than the window': ['<div style="width:3000px;height:9px"></div>', /wider/],
  'text cut off by its box': [`<p style="${box}">${name}</p>`, /cut off/],
  'dots without the whole text anywhere': [
    `<p style="${box};text-overflow:ellipsis">${name}</p>`,
    /cut off/,
  ],
  'lines cut off by a box too low': [
    `<div style="width:120px;height:30px;overflow:hidden">${name}</div>`,
    /cut off/,
  ],
  'text cut off by a box further out': [
    `<div style="width:90px;overflow:hidden"><p style="width:600px">${name}</p></div>`,
    /cut off/,
  ],
  'a hint longer than its input': [
    `<input aria-label="x" placeholder="${name}" style="width:80px">`,
    /Hint/,
  ],
  'two buttons over each other': [
    '<button style="position:absolute;left:10px;top:10px">Simpan</button><button style="position:absolute;left:30px;top:15px">Batal</button>',
    /overlap/,
  ],
  'a button outside the window': [
    '<button style="position:fixed;left:10px;top:5000px" aria-label="Simpan"></button>',
    /out of reach/,
  ],
  'a button cut off by its box': [
    '<div style="position:relative;width:50px;height:40px;overflow:hidden"><button style="position:absolute;left:30px;width:90px" aria-label="Simpan"></button></div>',
    /out of reach/,
  ],
} as const;

/** Pages that look like the ones above and are right. */
const right = {
  'dots with the whole text in a title': `<p title="${name}" style="${box};text-overflow:ellipsis">${name}</p>`,
  'text that can be scrolled to': `<div style="width:120px;height:40px;overflow:auto">${name}</div>`,
  'text for a screen reader only': `<span style="position:absolute;width:1px;height:1px;overflow:hidden">${name}</span>`,
  'buttons side by side': '<button>Simpan</button><button>Batal</button>',
  'a button inside a row that can be pressed':
    '<div role="button" tabindex="0">Usul <button>Buka</button></div>',
  'a button that can be scrolled to':
    '<div style="height:40px;overflow:auto"><div style="height:900px"></div><button>Simpan</button></div>',
  'a dialog over the page':
    '<button style="position:absolute;left:10px;top:10px">Buka</button><div role="dialog" style="position:absolute;left:0;top:0"><button>Tutup</button></div>',
  'a raised panel over the page':
    '<button style="position:absolute;left:10px;top:10px">Buka</button><div style="position:absolute;left:0;top:0;box-shadow:0 0 9px gray"><button>Tutup</button></div>',
  'a long page': '<div style="height:5000px"></div><button>Simpan</button>',
} as const;

for (const [what, [html, told]] of Object.entries(wrong)) {
  test(`layout: finds ${what}`, async ({ page }) => {
    await page.setContent(`<!doctype html><html lang="id"><body>${html}</body></html>`);
    expect(await layoutFaults(page)).toEqual([expect.stringMatching(told)]);
  });
}

for (const [what, html] of Object.entries(right)) {
  test(`layout: is content with ${what}`, async ({ page }) => {
    await page.setContent(`<!doctype html><html lang="id"><body>${html}</body></html>`);
    expect(await layoutFaults(page)).toEqual([]);
  });
}
