import { expect, test, type Page } from '@playwright/test';
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
  'dots whose whole text only a section of another name is said to have': [
    `<section aria-label="Meja Periksa"><p style="${box};text-overflow:ellipsis">${name}</p></section>`,
    /cut off/,
  ],
  'dots with another text in the title': [
    `<p title="Nama ASN" style="${box};text-overflow:ellipsis">${name}</p>`,
    /cut off/,
  ],
  'text over other text': [
    '<p>Usul tambah</p><p style="position:relative;top:-30px">Jabatan fungsional</p>',
    /Text over text/,
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
  'a button over the line between two columns': [
    '<hr tabindex="0" style="position:absolute;left:40px;top:0;width:20px;height:200px"><button style="position:absolute;left:30px;top:15px">Batal</button>',
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
  'dots with the whole text in the name of the row': `<div role="row" aria-label="${name}, Jabatan"><p style="${box};text-overflow:ellipsis">${name}</p></div>`,
  'lines below each other without room between': `<div style="line-height:1;width:120px">${name}<br>${name}</div>`,
  'text that scrolls away under a head':
    '<div style="height:60px;overflow:auto"><p style="position:sticky;top:0;margin:0;background:white">Tenggat</p><p style="margin:-12px 0 0">Usul tambah</p></div>',
  'text cut off by its box beside other text': `<div style="display:flex"><p title="${name}" style="${box};text-overflow:ellipsis">${name}</p><p>Jabatan</p></div>`,
  'the line between two columns reaching a little into them':
    '<hr tabindex="0" style="position:absolute;left:40px;top:0;width:4px;height:200px;margin:0;border:0"><button style="position:absolute;left:41px;top:15px">Batal</button>',
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

// One window for all: to open one takes a second of a core, to look at a page none.
let page: Page;

test.beforeAll(async ({ browser }) => {
  page = await browser.newPage();
});

test.afterAll(() => page.close());

async function faultsOf(html: string): Promise<readonly string[]> {
  await page.setContent(`<!doctype html><html lang="id"><body>${html}</body></html>`);
  return layoutFaults(page);
}

for (const [what, [html, told]] of Object.entries(wrong)) {
  test(`layout: finds ${what}`, async () => {
    expect(await faultsOf(html)).toEqual([expect.stringMatching(told)]);
  });
}

for (const [what, html] of Object.entries(right)) {
  test(`layout: is content with ${what}`, async () => {
    expect(await faultsOf(html)).toEqual([]);
  });
}
