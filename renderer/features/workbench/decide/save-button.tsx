import { Button } from '@fluentui/react-components';
import type { Decide } from '#renderer/features/workbench/decide/use-decide.ts';
import { caseKeys } from '#renderer/features/workbench/keys.ts';
import { workbenchText } from '#renderer/features/workbench/text/workbench.ts';
import { keyShortcuts, shownKey } from '#renderer/ui/keys/key-group.ts';
import { KeyCap } from '#renderer/ui/parts/key-cap.tsx';

interface SaveButtonProps {
  readonly decision: Decide;
  readonly className: string;
  readonly capClass?: string | undefined;
  /** The key that its face names: where whoever saves is writing, Enter is a new line. */
  readonly face?: 'advance' | 'decide';
}

/** Saves and opens the next usul. */
export function SaveButton({ decision, className, capClass, face = 'advance' }: SaveButtonProps) {
  return (
    <Button
      appearance="primary"
      className={className}
      aria-label={decision.saving ? workbenchText.saving : workbenchText.save}
      aria-keyshortcuts={`${keyShortcuts(caseKeys, 'advance')} ${keyShortcuts(caseKeys, 'decide')}`}
      title={`${workbenchText.save} (${shownKey(caseKeys, 'advance')}, ${shownKey(caseKeys, 'decide')})`}
      disabledFocusable={decision.saving}
      onMouseDown={(event) => event.preventDefault()}
      onClick={decision.save}
    >
      {workbenchText.saveShort}{' '}
      <KeyCap
        {...(capClass !== undefined && { className: capClass })}
        shown={shownKey(caseKeys, face)}
      />
    </Button>
  );
}
