import { makeStyles, tokens } from '@fluentui/react-components';
import { reasonsFor } from '#renderer/features/workbench/decide/reason-list.tsx';
import { ReasonsDrawer } from '#renderer/features/workbench/decide/reasons-drawer.tsx';
import type { Decide } from '#renderer/features/workbench/decide/use-decide.ts';
import type { PanelParts } from '#renderer/features/workbench/decide/use-panel-places.ts';
import type { CaseStore, OpenCase } from '#renderer/core/case/case-contract.ts';
import { ErrorBar } from '#renderer/ui/parts/error-bar.tsx';

const useStyles = makeStyles({
  // As high as it needs, up to all that stands above the panel.
  root: {
    position: 'absolute',
    zIndex: 2,
    left: 0,
    right: 0,
    bottom: 0,
    maxHeight: '100%',
    display: 'flex',
    flexDirection: 'column',
    boxShadow: tokens.shadow16,
  },
});

interface PanelCoverProps {
  readonly open: OpenCase;
  readonly actions: Pick<CaseStore, 'toggleReason'>;
  readonly parts: PanelParts;
  readonly decision: Decide;
  /** Puts the focus back to the field that is judged. */
  readonly onBack: () => void;
}

/** What lies over the end of the field list for a while: why the decision was not stored, the reasons. */
export function PanelCover({ open, actions, parts, decision, onBack }: PanelCoverProps) {
  const styles = useStyles();
  const { outcome, reasons } = open.draft;
  const options = reasonsFor(outcome, open.usul.kind);
  const { failure } = decision;
  const choosing = parts.reasonsOpen && options.length > 0;
  if (!failure && !choosing) return null;
  return (
    <div className={styles.root}>
      {failure && <ErrorBar message={failure.message} action={failure.action} />}
      {choosing && (
        <ReasonsDrawer
          listRef={parts.reasons}
          options={options}
          chosen={reasons}
          onToggle={(code) => actions.toggleReason(code)}
          onDone={decision.save}
          onClose={(byPerson) => (byPerson ? onBack() : parts.closeReasons())}
        />
      )}
    </div>
  );
}
