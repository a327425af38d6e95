import type { IForbiddenRuleType, IRuleSetType } from 'dependency-cruiser';
import { layers, libraryOwners } from '#build/quality/import-layers.ts';

/** Top folders that hold code. */
export const sourceFolders = ['shared', 'renderer', 'electron', 'server', 'build', 'tests'];

/** A unit test beside its source. It is type-checked and shipped with `tests`, not with the product. */
const unitTest = '[.]test[.]tsx?$';

/** Builders and fakes that unit tests may share; everything else of `tests` stays out of their reach too. */
const testSupport = '^tests/support/';

const ownCode = `^(${sourceFolders.join('|')})/`;

const layerRules: readonly IForbiddenRuleType[] = layers.map(({ folder, mayImport }) => ({
  name: `layer ${folder}`,
  severity: 'error',
  from: { path: `^${folder}/` },
  // Whether `tests` may be imported is the business of rules of their own.
  to: { path: ownCode, pathNot: [`^${folder}/`, '^tests/', ...mayImport] },
}));

const libraryRules: readonly IForbiddenRuleType[] = libraryOwners.map(({ library, folder }) => ({
  name: `library ${library} belongs to ${folder}`,
  severity: 'error',
  from: { pathNot: [`^${folder}/`, '^tests/', unitTest] },
  to: { path: `(^|/)node_modules/${library}/` },
}));

/** The import rules of the project, for dependency-cruiser. */
export const importRules: IRuleSetType = {
  forbidden: [
    ...layerRules,
    ...libraryRules,
    {
      name: 'features never import features',
      severity: 'error',
      from: { path: '^renderer/features/([^/]+)/' },
      to: { path: '^renderer/features/', pathNot: '^renderer/features/$1/' },
    },
    {
      name: 'screens come when they are needed',
      severity: 'error',
      from: { path: '^renderer/(desk/|features/[^/]+/feature[.]tsx?$)' },
      // Before there is a desk, these two are all that is shown.
      to: {
        path: '^renderer/features/.*-screen[.]tsx$',
        pathNot: '^renderer/features/(lock|sign-in)/',
        dynamic: false,
      },
    },
    {
      name: 'only workers and who starts them speak over a channel',
      severity: 'error',
      from: {
        pathNot: [
          '^shared/channel/',
          '^renderer/(workers|platform|evidence/reading)/',
          '^tests/',
          unitTest,
        ],
      },
      to: { path: '^shared/channel/' },
    },
    {
      // Eighty milliseconds for six pages: keys and pictures would wait for it.
      name: 'only its worker compares',
      severity: 'error',
      from: {
        path: '^renderer/',
        pathNot: ['^renderer/evidence/matching/', '^renderer/workers/matching/', unitTest],
      },
      to: {
        path: '^renderer/evidence/matching/(match-fields|document/(document-warnings|make-fingerprint))[.]ts$',
      },
    },
    {
      name: 'nothing imports tests',
      severity: 'error',
      from: { pathNot: ['^tests/', unitTest] },
      to: { path: ['^tests/', unitTest] },
    },
    {
      name: 'unit tests share builders and fakes only',
      severity: 'error',
      from: { path: unitTest, pathNot: '^tests/' },
      to: { path: ['^tests/', unitTest], pathNot: testSupport },
    },
    {
      name: 'the server runs without development packages',
      severity: 'error',
      from: { path: '^(server|shared)/', pathNot: unitTest },
      to: { dependencyTypes: ['npm-dev'] },
    },
    { name: 'no cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'every import resolves',
      severity: 'error',
      from: {},
      // Vite resolves ?worker, ?url and ?raw itself; pdf.js has declarations without a module beside them.
      to: { couldNotResolve: true, pathNot: ['[?]', '^pdfjs-dist/types/'] },
    },
  ],
};
