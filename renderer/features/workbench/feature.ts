import {
  caseKeys,
  caseKeysOf,
  placeKeys,
  reasonListKeys,
} from '#renderer/features/workbench/keys.ts';
import { caseHelp, laterCaseHelp } from '#renderer/features/workbench/text/help.ts';
import { workbenchText } from '#renderer/features/workbench/text/workbench.ts';
import type { Feature } from '#renderer/frame/feature.ts';
import { decidingRoles } from '#renderer/frame/role.ts';
import { declareScreen, type ScreenFacts } from '#renderer/frame/screen.tsx';
import { documentKeys } from '#renderer/viewer/document-keys.ts';
import { activeStages } from '#shared/records/usul.ts';
import { deciderOf } from '#shared/workflow/authority/authority.ts';
import { stageWork } from '#shared/workflow/stage-work.ts';

/** Keys and help of those who decide after the verifikator, in their own words. */
const byRole: ScreenFacts['byRole'] = Object.fromEntries(
  activeStages
    .filter((stage) => stageWork[stage].verdicts === 'terdahulu')
    .map((stage) => {
      const role = deciderOf(stage);
      const keys = caseKeysOf(role, stageWork[stage].outcomes);
      const groups = [keys, placeKeys, reasonListKeys, documentKeys];
      return [role, { keys: groups, help: laterCaseHelp(role, keys) }];
    }),
);

/** "Meja Periksa". */
export const caseScreen = declareScreen(
  {
    kind: 'case',
    address: '/periksa/:usulId',
    title: workbenchText.title,
    help: caseHelp,
    keys: [caseKeys, placeKeys, reasonListKeys, documentKeys],
    byRole,
    // An usul on the desk belongs to the inbox.
    under: 'inbox',
    guide: 'brief',
  },
  async () => (await import('#renderer/features/workbench/workbench-screen.tsx')).WorkbenchScreen,
);

/** One usul beside its documents, to be decided. */
export const workbenchFeature: Feature = {
  name: 'workbench',
  roles: decidingRoles,
  screens: [caseScreen],
};
