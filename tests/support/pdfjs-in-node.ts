// pdf.js asks for what browsers have and Node 20 has not. To be imported before anything that imports pdf.js.
const iterator: unknown = Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]()));
if (!('Iterator' in globalThis)) Object.assign(globalThis, { Iterator: { prototype: iterator } });
