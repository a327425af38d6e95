import type { ReactElement } from 'react';
import {
  ArrowRotateClockwise20Regular,
  AutoFitWidth20Regular,
  ChevronDown20Regular,
  ChevronUp20Regular,
  FullScreenMaximize20Regular,
  FullScreenMinimize20Regular,
  ImageMultiple20Regular,
  LayoutColumnTwo20Regular,
  PageFit20Regular,
  Search20Regular,
  SearchSquare20Regular,
  TextDescription20Regular,
  ZoomIn20Regular,
  ZoomOut20Regular,
} from '@fluentui/react-icons';
import { type DocumentAction, documentKeys } from '#renderer/viewer/document-keys.ts';
import { viewerText } from '#renderer/viewer/viewer-text.ts';
import type { ViewStatus } from '#renderer/viewer/pages/view-status.ts';
import type { ViewerCommands } from '#renderer/viewer/viewer-commands.ts';
import { shownKey } from '#renderer/ui/keys/key-group.ts';

/** One thing that the toolbar offers. */
export interface Tool {
  readonly id: string;
  readonly icon: ReactElement;
  readonly label: string;
  readonly action: DocumentAction;
  /** The higher, the longer it stays when the toolbar is narrow. */
  readonly priority: number;
  /** Given for what is on or off. */
  readonly pressed?: boolean;
  readonly disabled?: boolean;
  readonly onClick: () => void;
}

/** What is on, and what the toolbar reaches beside the commands. */
export interface ToolState {
  /** Null while no document is shown. */
  readonly status: ViewStatus | null;
  readonly documents: number;
  /** The document cannot be shown: nothing can be done to it. */
  readonly failed: boolean;
  readonly magnifier: boolean;
  readonly sideBySide: boolean;
  readonly thumbnails: boolean;
  readonly onThumbnails: (shown: boolean) => void;
  readonly fullScreen: boolean;
  readonly onFullScreen: (on: boolean) => void;
  /** The recognised text of the page; null where nothing is read. */
  readonly text: { readonly shown: boolean; readonly onShown: (shown: boolean) => void } | null;
}

/** The tool's name and key, as its tooltip says them. */
export function hintOf({ label, action }: Pick<Tool, 'label' | 'action'>): string {
  return `${label} (${shownKey(documentKeys, action)})`;
}

/** Going through the pages; these never give way. */
export function pageTools(commands: ViewerCommands, status: ViewStatus | null): readonly Tool[] {
  const { page, pageCount } = status ?? { page: 1, pageCount: 1 };
  const { previousPage, nextPage } = viewerText;
  return [
    {
      ...tool('previousPage', previousPage, <ChevronUp20Regular />, 100, commands.previousPage),
      disabled: page <= 1,
    },
    {
      ...tool('nextPage', nextPage, <ChevronDown20Regular />, 100, commands.nextPage),
      disabled: page >= pageCount,
    },
  ];
}

/** How large and which way up. */
export function sizeTools(
  commands: ViewerCommands,
  { status, failed }: ToolState,
): readonly Tool[] {
  const { zoomIn, zoomOut, fitWidth, fitPage, rotate } = viewerText;
  const tools: readonly Tool[] = [
    tool('zoomOut', zoomOut, <ZoomOut20Regular />, 90, commands.zoomOut),
    tool('zoomIn', zoomIn, <ZoomIn20Regular />, 90, commands.zoomIn),
    {
      ...tool('fitWidth', fitWidth, <AutoFitWidth20Regular />, 80, commands.fitWidth),
      pressed: status?.zoom === 'lebar',
    },
    {
      ...tool('fitPage', fitPage, <PageFit20Regular />, 40, commands.fitPage),
      pressed: status?.zoom === 'halaman',
    },
    tool('rotate', rotate, <ArrowRotateClockwise20Regular />, 60, commands.rotate),
  ];
  return tools.map((each) => ({ ...each, disabled: failed }));
}

/** What helps to look. */
export function lookTools(commands: ViewerCommands, state: ToolState): readonly Tool[] {
  const { magnify, sideBySide, fullScreen, leaveFullScreen, search } = viewerText;
  const beside = {
    ...tool('sideBySide', sideBySide, <LayoutColumnTwo20Regular />, 45, commands.toggleSideBySide),
    pressed: state.sideBySide,
  };
  return [
    {
      ...tool('findInDocument', search, <Search20Regular />, 50, commands.search),
      disabled: state.failed,
    },
    {
      disabled: state.failed,
      ...tool('magnify', magnify, <SearchSquare20Regular />, 65, commands.toggleMagnifier),
      pressed: state.magnifier,
    },
    ...textTool(state),
    ...(state.documents > 1 ? [beside] : []),
    tool(
      'fullDocument',
      state.fullScreen ? leaveFullScreen : fullScreen,
      state.fullScreen ? <FullScreenMinimize20Regular /> : <FullScreenMaximize20Regular />,
      state.fullScreen ? 95 : 70,
      () => state.onFullScreen(!state.fullScreen),
    ),
  ];
}

function textTool({ text }: ToolState): readonly Tool[] {
  if (!text) return [];
  const icon = <TextDescription20Regular />;
  const toggle = (): void => text.onShown(!text.shown);
  const { recognisedText } = viewerText;
  return [{ ...tool('recognisedText', recognisedText, icon, 48, toggle), pressed: text.shown }];
}

/** The strip of thumbnails. */
export function thumbnailTool({ thumbnails, onThumbnails }: ToolState): Tool {
  const toggle = (): void => onThumbnails(!thumbnails);
  const icon = <ImageMultiple20Regular />;
  return { ...tool('thumbnails', viewerText.thumbnails, icon, 55, toggle), pressed: thumbnails };
}

function tool(
  action: DocumentAction,
  label: string,
  icon: ReactElement,
  priority: number,
  onClick: () => void,
): Tool {
  return { id: action, action, label, icon, priority, onClick };
}
