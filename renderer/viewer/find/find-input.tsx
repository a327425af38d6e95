import { useEffect, useRef, type KeyboardEvent, type ReactElement, type RefObject } from 'react';
import { Button, Input } from '@fluentui/react-components';
import { ChevronDown20Regular, ChevronUp20Regular } from '@fluentui/react-icons';
import { viewerText } from '#renderer/viewer/viewer-text.ts';

interface FindInputProps {
  readonly label: string;
  readonly text: string;
  readonly className: string;
  readonly onText: (text: string) => void;
  /** To the next place (1) or the one before (-1). */
  readonly onStep: (by: 1 | -1) => void;
  readonly onClose: () => void;
  readonly inputRef?: RefObject<HTMLInputElement | null>;
}

/** Where is typed what is looked for: Enter goes on, Shift+Enter back, Esc ends it. It takes the focus. */
export function FindInput({ label, text, className, onText, ...props }: FindInputProps) {
  const own = useRef<HTMLInputElement>(null);
  const input = props.inputRef ?? own;
  useEffect(() => input.current?.focus(), [input]);
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter') props.onStep(event.shiftKey ? -1 : 1);
    else if (event.key === 'Escape') props.onClose();
    else return;
    event.preventDefault();
  }
  return (
    <Input
      input={{ ref: input }}
      size="small"
      type="search"
      className={className}
      // Else the browser keeps what was typed in its own session files, in clear.
      autoComplete="off"
      aria-label={label}
      placeholder={label}
      value={text}
      onChange={(_, data) => onText(data.value)}
      onKeyDown={onKeyDown}
    />
  );
}

/** The two buttons to the place before and to the next one. */
export function FindSteps({ onStep }: Pick<FindInputProps, 'onStep'>) {
  return (
    <>
      <FindButton
        icon={<ChevronUp20Regular />}
        label={viewerText.searchPrevious}
        onClick={() => onStep(-1)}
      />
      <FindButton
        icon={<ChevronDown20Regular />}
        label={viewerText.searchNext}
        onClick={() => onStep(1)}
      />
    </>
  );
}

interface FindButtonProps {
  readonly icon: ReactElement;
  readonly label: string;
  readonly onClick: () => void;
}

/** A button beside the input. */
export function FindButton({ icon, label, onClick }: FindButtonProps) {
  return (
    <Button
      size="small"
      appearance="subtle"
      icon={icon}
      aria-label={label}
      title={label}
      onClick={onClick}
    />
  );
}
