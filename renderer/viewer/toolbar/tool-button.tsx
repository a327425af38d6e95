import { Button, ToggleButton, Tooltip } from '@fluentui/react-components';
import type { Tool } from '#renderer/viewer/toolbar/tools.tsx';
import { hintOf } from '#renderer/viewer/toolbar/tools.tsx';

/** A button of the viewer's toolbar; its tooltip names the key that does the same. */
export function ToolButton({ tool }: { readonly tool: Tool }) {
  const { icon, label, pressed, disabled = false, onClick } = tool;
  const common = {
    size: 'small',
    appearance: 'subtle',
    icon,
    'aria-label': label,
    // Keeps the focus when it becomes disabled under it.
    disabledFocusable: disabled,
    onClick,
  } as const;
  return (
    <Tooltip content={hintOf(tool)} relationship="inaccessible" withArrow>
      {pressed === undefined ? (
        <Button {...common} />
      ) : (
        <ToggleButton {...common} checked={pressed} />
      )}
    </Tooltip>
  );
}
