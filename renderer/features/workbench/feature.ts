import { caseKeys, placeKeys, reasonListKeys } from '#renderer/features/workbench/keys.ts';
import { caseHelp } from '#renderer/features/workbench/text/help.ts';
import { workbenchText } from '#renderer/features/workbench/text/workbench.ts';
import type { Feature } from '#renderer/frame/feature.ts';
import { declareScreen } from '#renderer/frame/screen.tsx';
import { documentKeys } from '#renderer/viewer/document-keys.ts';

/** "Meja Periksa". */
export const caseScreen = declareScreen(
  {
    kind: 'case',
    address: '/periksa/:usulId',
    title: workbenchText.title,
    help: caseHelp,
    keys: [caseKeys, placeKeys, reasonListKeys, documentKeys],
    // An usul on the desk belongs to the inbox.
    under: 'inbox',
    guide: 'brief',
  },
  async () => (await import('#renderer/features/workbench/workbench-screen.tsx')).WorkbenchScreen,
);

/** One usul beside its documents, to be decided. */
export const workbenchFeature: Feature = {
  name: 'workbench',
  roles: ['verifikator'],
  screens: [caseScreen],
};
