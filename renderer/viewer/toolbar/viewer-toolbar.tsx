import type { KeyboardEvent, ReactElement } from 'react';
import {
  makeStyles,
  mergeClasses,
  Overflow,
  OverflowDivider,
  OverflowItem,
  tokens,
} from '@fluentui/react-components';
import { viewerText } from '#renderer/viewer/viewer-text.ts';
import { SeenMark } from '#renderer/viewer/toolbar/seen-mark.tsx';
import { ToolButton } from '#renderer/viewer/toolbar/tool-button.tsx';
import { ToolMenu } from '#renderer/viewer/toolbar/tool-menu.tsx';
import {
  lookTools,
  pageTools,
  sizeTools,
  thumbnailTool,
  type Tool,
  type ToolState,
} from '#renderer/viewer/toolbar/tools.tsx';
import type { ViewerCommands } from '#renderer/viewer/viewer-commands.ts';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';

const useStyles = makeStyles({
  root: {
    flexShrink: 0,
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    padding: '2px 8px',
    minHeight: '34px',
    boxSizing: 'border-box',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  tools: {
    flexGrow: 1,
    minWidth: 0,
    display: 'flex',
    alignItems: 'center',
    overflow: 'hidden',
    // Room for the frame of the focus.
    padding: '2px',
  },
  tool: { flexShrink: 0, display: 'flex' },
  divider: { flexShrink: 0, padding: '0 5px', display: 'flex' },
  line: { width: '1px', height: '18px', backgroundColor: tokens.colorNeutralStroke2 },
  text: {
    flexShrink: 0,
    textAlign: 'center',
    whiteSpace: 'nowrap',
    fontSize: textSizes.small,
    lineHeight: lineHeights.small,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
  },
  page: { minWidth: '9em' },
  percent: { minWidth: '3.6em' },
});

interface ViewerToolbarProps {
  readonly commands: ViewerCommands;
  readonly state: ToolState;
  /** Of the document that the tools reach; `pageCount` null while it is not open. */
  readonly pageCount: number | null;
  readonly pagesSeen: readonly number[];
}

/** Moves through, sizes and searches the document; says how much of it was seen. */
export function ViewerToolbar({ commands, state, pageCount, pagesSeen }: ViewerToolbarProps) {
  const styles = useStyles();
  const { status } = state;
  const strip = thumbnailTool(state);
  const [previous, next] = pageTools(commands, status);
  const [smaller, larger, ...sizes] = sizeTools(commands, state);
  const looks = lookTools(commands, state);
  const inMenu = [strip, smaller, larger, ...sizes, ...looks].filter((tool) => tool !== undefined);
  const page = status && viewerText.page(status.page, status.pageCount);
  const percent = status?.scale == null ? '' : viewerText.percent(status.scale);
  return (
    // A click leaves the focus where the person works, as in the ribbon of Windows programs.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={styles.root} onMouseDown={(event) => event.preventDefault()}>
      <Overflow minimumVisible={3} padding={8}>
        {/* Its buttons take the focus, each by Tab; the keys bubble up from them. */}
        {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus */}
        <div
          className={styles.tools}
          role="toolbar"
          aria-label={viewerText.toolbar}
          onKeyDown={moveByArrow}
        >
          <ToolPlace tool={strip} group="lembar" />
          <Divider group="lembar" />
          <ToolPlace tool={previous} group="halaman" />
          <TextPlace id="halaman" priority={100} className={styles.page}>
            <span data-testid="halaman">{page}</span>
          </TextPlace>
          <ToolPlace tool={next} group="halaman" />
          <Divider group="ukuran" />
          <ToolPlace tool={smaller} group="ukuran" />
          <TextPlace id="persen" priority={85} className={styles.percent}>
            <span data-testid="ukuran">{percent}</span>
          </TextPlace>
          <ToolPlace tool={larger} group="ukuran" />
          {sizes.map((tool) => (
            <ToolPlace key={tool.id} tool={tool} group="ukuran" />
          ))}
          <Divider group="alat" />
          {looks.map((tool) => (
            <ToolPlace key={tool.id} tool={tool} group="alat" />
          ))}
          <ToolMenu tools={inMenu} />
        </div>
      </Overflow>
      {pageCount !== null && <SeenMark pagesSeen={pagesSeen} pageCount={pageCount} />}
    </div>
  );
}

// Left and right go to the neighbouring tool, round and round; not to another usul.
function moveByArrow(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  if (step === undefined || !(event.target instanceof HTMLElement)) return;
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('button')];
  const shown = all.filter((button) => button.offsetParent !== null);
  const at = shown.indexOf(event.target);
  if (at === -1) return;
  event.preventDefault();
  shown[(at + step + shown.length) % shown.length]?.focus();
}

interface ToolPlaceProps {
  readonly tool: Tool | undefined;
  readonly group: string;
}

function ToolPlace({ tool, group }: ToolPlaceProps) {
  const styles = useStyles();
  if (!tool) return null;
  return (
    <OverflowItem id={tool.id} groupId={group} priority={tool.priority}>
      <div className={styles.tool}>
        <ToolButton tool={tool} />
      </div>
    </OverflowItem>
  );
}

interface TextPlaceProps {
  readonly id: string;
  readonly priority: number;
  readonly className: string;
  readonly children: ReactElement;
}

function TextPlace({ id, priority, className, children }: TextPlaceProps) {
  const styles = useStyles();
  return (
    <OverflowItem id={id} priority={priority}>
      <div className={mergeClasses(styles.text, className)}>{children}</div>
    </OverflowItem>
  );
}

function Divider({ group }: { readonly group: string }) {
  const styles = useStyles();
  return (
    <OverflowDivider groupId={group}>
      <div className={styles.divider}>
        <span className={styles.line} />
      </div>
    </OverflowDivider>
  );
}
