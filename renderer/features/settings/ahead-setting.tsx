import { Switch } from '@fluentui/react-components';
import { useStore, type StoreApi } from 'zustand';
import { SettingRow, settingIds } from '#renderer/features/settings/setting-row.tsx';
import { settingsText } from '#renderer/features/settings/texts.ts';
import type { EvidenceStore } from '#renderer/core/evidence/evidence-contract.ts';
import { sharedText } from '#renderer/frame/shared-text.ts';

/** Whether documents are read before their usul is opened; not where nothing is read on this PC. */
export function AheadSetting({ evidence }: { readonly evidence: StoreApi<EvidenceStore> }) {
  const { state, doneDocuments, totalDocuments } = useStore(evidence, (store) => store.ahead);
  if (state === 'mati') return null;
  const { label, hint, on, off } = settingsText.readAhead;
  const { labelId, hintId } = settingIds('readAhead');
  const reads = state !== 'dijeda';
  const count =
    totalDocuments > 0 ? ` (${sharedText.documentsRead(doneDocuments, totalDocuments)})` : '';
  return (
    <SettingRow id="readAhead" label={label} hint={hint}>
      <Switch
        style={{ marginLeft: '-8px' }}
        aria-labelledby={labelId}
        aria-describedby={hintId}
        checked={reads}
        label={`${reads ? on : off}${count}`}
        onChange={(_, data) => evidence.getState().pauseAhead(!data.checked)}
      />
    </SettingRow>
  );
}
