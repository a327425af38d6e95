import { useRef } from 'react';
import {
  Menu,
  MenuButton,
  MenuItem,
  MenuItemCheckbox,
  MenuList,
  MenuPopover,
  MenuTrigger,
  useIsOverflowItemVisible,
  useOverflowMenu,
} from '@fluentui/react-components';
import { MoreHorizontal20Regular } from '@fluentui/react-icons';
import { documentKeys } from '#renderer/viewer/document-keys.ts';
import { viewerText } from '#renderer/viewer/viewer-text.ts';
import type { Tool } from '#renderer/viewer/toolbar/tools.tsx';
import { shownKey } from '#renderer/ui/keys/key-group.ts';

/** The tools for which the toolbar has no room. */
export function ToolMenu({ tools }: { readonly tools: readonly Tool[] }) {
  const { ref, isOverflowing } = useOverflowMenu<HTMLDivElement>();
  const before = useRef<Element | null>(null);
  // The menu gives the focus to its own button; a person who came by mouse works elsewhere. What a tool gave the focus
  // to meanwhile (the search) keeps it.
  const onOpenChange = (open: boolean): void => {
    if (open) before.current = document.activeElement;
    else
      requestAnimationFrame(() => {
        if (isOfMenu(document.activeElement, ref.current)) focusAgain(before.current);
      });
  };
  if (!isOverflowing) return null;
  const checked = tools.filter((tool) => tool.pressed).map((tool) => tool.id);
  return (
    <div ref={ref}>
      <Menu
        onOpenChange={(_, { open }) => onOpenChange(open)}
        hasCheckmarks
        checkedValues={{ alat: checked }}
      >
        <MenuTrigger disableButtonEnhancement>
          <MenuButton
            size="small"
            appearance="subtle"
            icon={<MoreHorizontal20Regular />}
            menuIcon={null}
            aria-label={viewerText.more}
            title={viewerText.more}
          />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {tools.map((tool) => (
              <HiddenTool key={tool.id} tool={tool} onBefore={() => focusAgain(before.current)} />
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
    </div>
  );
}

function isOfMenu(focused: Element | null, trigger: HTMLElement | null): boolean {
  if (focused === null || focused === document.body) return true;
  return trigger?.contains(focused) === true || focused.closest('[role=menu]') !== null;
}

function focusAgain(element: Element | null): void {
  if (element instanceof HTMLElement && element.isConnected) element.focus({ preventScroll: true });
}

interface HiddenToolProps {
  readonly tool: Tool;
  /** Just before the tool does its work: its item goes with the menu, so the focus must not be taken for there. */
  readonly onBefore: () => void;
}

function HiddenTool({ tool, onBefore }: HiddenToolProps) {
  if (useIsOverflowItemVisible(tool.id)) return null;
  const common = {
    icon: tool.icon,
    secondaryContent: shownKey(documentKeys, tool.action),
    disabled: tool.disabled ?? false,
    onClick: () => {
      onBefore();
      tool.onClick();
    },
    children: tool.label,
  };
  if (tool.pressed === undefined) return <MenuItem {...common} />;
  return <MenuItemCheckbox {...common} name="alat" value={tool.id} />;
}
