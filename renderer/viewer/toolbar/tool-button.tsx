import type { ReactElement } from 'react';
import { Button } from '@fluentui/react-components';
import { shownKey, type KeyAction } from '#renderer/ui/keys/key-table.ts';

interface ToolButtonProps {
  readonly icon: ReactElement;
  readonly label: string;
  readonly action?: KeyAction;
  readonly disabled?: boolean;
  readonly onClick: () => void;
}

/** A button of the viewer's toolbar; its tooltip names the key that does the same. */
export function ToolButton({ icon, label, action, disabled = false, onClick }: ToolButtonProps) {
  const hint = action ? `${label} (${shownKey(action)})` : label;
  return (
    <Button
      size="small"
      appearance="subtle"
      icon={icon}
      aria-label={label}
      title={hint}
      disabled={disabled}
      onClick={onClick}
    />
  );
}
