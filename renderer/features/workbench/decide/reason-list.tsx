import { useRef, type Ref, useImperativeHandle } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import { reasonKeys, reasonListKeys } from '#renderer/features/workbench/keys.ts';
import { workbenchText } from '#renderer/features/workbench/text/workbench.ts';
import { useKeys } from '#renderer/ui/keys/use-keys.ts';
import { KeyCap } from '#renderer/ui/parts/key-cap.tsx';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';
import type { UsulKind } from '#shared/records/usul.ts';
import type { Outcome } from '#shared/workflow/decision.ts';
import { listReasons, type Reason } from '#shared/workflow/reasons.ts';

const useStyles = makeStyles({
  root: {
    margin: 0,
    padding: 0,
    border: 'none',
    display: 'grid',
    gridAutoFlow: 'column',
    gridAutoColumns: 'minmax(0, 1fr)',
    columnGap: '10px',
    fontSize: textSizes.small,
    lineHeight: lineHeights.small,
  },
  reason: {
    display: 'flex',
    alignItems: 'center',
    gap: '6px',
    minHeight: '22px',
    cursor: 'pointer',
    borderRadius: tokens.borderRadiusSmall,
    ':focus-within': { backgroundColor: tokens.colorBrandBackground2 },
  },
  key: { width: '22px', color: tokens.colorNeutralForeground2 },
  box: {
    margin: 0,
    width: '15px',
    height: '15px',
    flexShrink: 0,
    // Scrolled to, its words come into view with it, below the head of the list.
    scrollMarginBlock: '48px 28px',
    accentColor: tokens.colorBrandBackground,
  },
});

/** Reasons that make sense for an outcome and a kind of usul, in catalogue order; each has its key of `reasonKeys`. */
export function reasonsFor(outcome: Outcome | null, kind: UsulKind): readonly Reason[] {
  if (outcome === null) return [];
  return listReasons().filter(
    ({ outcomes, kinds }) => outcomes.includes(outcome) && (kinds?.includes(kind) ?? true),
  );
}

/** What the screen asks of the list. */
export interface ReasonListHandle {
  focus(): void;
}

interface ReasonListProps {
  readonly options: readonly Reason[];
  readonly chosen: readonly string[];
  readonly onToggle: (code: string) => void;
  /** Enter on a reason: the person has chosen and goes on. */
  readonly onDone: () => void;
  readonly ref?: Ref<ReasonListHandle>;
}

/** The reasons as checkboxes with their keys; the keys toggle and arrows move while one of them has the focus. */
export function ReasonList({ options, chosen, onToggle, onDone, ref }: ReasonListProps) {
  const styles = useStyles();
  const root = useRef<HTMLFieldSetElement>(null);
  useImperativeHandle(ref, () => ({ focus: () => boxesOf(root.current)[0]?.focus() }), []);
  useReasonKeys(root, options, useReasonByKey(chosen, onToggle));
  return (
    <fieldset
      ref={root}
      className={styles.root}
      style={{ gridTemplateRows: `repeat(${Math.ceil(options.length / 2)}, auto)` }}
      aria-label={workbenchText.reasons}
    >
      {options.map((reason, index) => (
        <label key={reason.code} className={styles.reason}>
          <KeyCap className={styles.key} shown={(reasonKeys[index] ?? '').toUpperCase()} />
          <input
            type="checkbox"
            className={styles.box}
            checked={chosen.includes(reason.code)}
            onChange={() => onToggle(reason.code)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.ctrlKey) return;
              event.preventDefault();
              onDone();
            }}
          />
          {reason.label}
        </label>
      ))}
    </fieldset>
  );
}

/**
 * What the key of a reason does: it chooses the reason, and pressed again takes it back. A reason that was ticked before
 * the person pressed its key (it follows from the verdicts) stays at the first press: whoever presses a key wants it.
 */
function useReasonByKey(
  chosen: readonly string[],
  onToggle: (code: string) => void,
): (code: string) => void {
  const pressed = useRef(new Set<string>());
  return (code) => {
    const confirmed = chosen.includes(code) && !pressed.current.has(code);
    pressed.current.add(code);
    if (!confirmed) onToggle(code);
  };
}

function useReasonKeys(
  root: { readonly current: HTMLFieldSetElement | null },
  options: readonly Reason[],
  onReason: (code: string) => void,
): void {
  const step = (by: number): void => {
    const boxes = boxesOf(root.current);
    const at = boxes.findIndex((box) => box === document.activeElement);
    boxes[Math.max(0, Math.min(at + by, boxes.length - 1))]?.focus();
  };
  useKeys(
    [reasonListKeys],
    {
      toggleReason: (key) => {
        const at = reasonKeys.findIndex((known) => known === key.toLowerCase());
        const reason = options[at];
        if (!reason) return;
        onReason(reason.code);
        // A low window shows only some of them.
        boxesOf(root.current)[at]?.scrollIntoView({ block: 'nearest' });
      },
      reasonUp: () => step(-1),
      reasonDown: () => step(1),
    },
    root,
  );
}

function boxesOf(root: HTMLElement | null): readonly HTMLInputElement[] {
  return [...(root?.querySelectorAll('input') ?? [])];
}
