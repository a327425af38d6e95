import type { MouseEvent, ReactNode, Ref } from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { fieldSummary } from '#renderer/features/workbench/record/field-summary.ts';
import type { CaseField } from '#renderer/features/workbench/record/case-fields.ts';
import { lineHeights, rowSizes, textSizes } from '#renderer/ui/sizes.ts';
import type { UsulKind } from '#shared/records/usul.ts';
import type { Judgement } from '#shared/workflow/decision.ts';
import type { ToldVerdict } from '#shared/workflow/told-decisions.ts';

const useStyles = makeStyles({
  row: {
    margin: 0,
    minWidth: 0,
    border: 'none',
    borderLeft: '3px solid transparent',
    outline: 'none',
    ':focus-visible': { outline: `2px solid ${tokens.colorBrandStroke1}`, outlineOffset: '-2px' },
  },
  active: {
    backgroundColor: tokens.colorBrandBackground2,
    borderLeftColor: tokens.colorBrandStroke1,
  },
});

const useLineStyles = makeStyles({
  line: {
    display: 'grid',
    alignItems: 'center',
    columnGap: '8px',
    minHeight: `max(24px, ${rowSizes.height} - 2px)`,
    fontSize: textSizes.body,
    lineHeight: lineHeights.dense,
  },
});

interface JudgedRowProps {
  readonly field: CaseField;
  readonly kind: UsulKind;
  readonly verdict: Judgement | null;
  readonly adopted: ToldVerdict | null;
  readonly active: boolean;
  readonly rowRef: Ref<HTMLFieldSetElement>;
  /** Ids of what describes it. */
  readonly describedBy: string | undefined;
  readonly className: string;
  readonly onActivate: () => void;
  readonly children: ReactNode;
}

/** One stop of the arrow keys: what S, T and B judge. The buttons inside do the same for the pointer. */
export function JudgedRow({
  field,
  kind,
  verdict,
  adopted,
  active,
  rowRef,
  ...row
}: JudgedRowProps) {
  const styles = useStyles();
  function onMouseDown(event: MouseEvent<HTMLElement>): void {
    row.onActivate();
    // A button that leaves the focus alone leaves it to the row.
    if (event.defaultPrevented) event.currentTarget.focus({ preventScroll: true });
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <fieldset
      ref={rowRef}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={active ? 0 : -1}
      aria-label={fieldSummary(field, kind, verdict, adopted)}
      aria-describedby={row.describedBy}
      aria-current={active}
      data-field={field.spec.name}
      className={mergeClasses(styles.row, row.className, active && styles.active)}
      onFocus={row.onActivate}
      onMouseDown={onMouseDown}
    >
      {row.children}
    </fieldset>
  );
}

interface JudgedLineProps {
  /** Its columns. */
  readonly className: string;
  readonly children: ReactNode;
}

/** The line of a row that holds label, value and verdict. */
export function JudgedLine({ className, children }: JudgedLineProps) {
  return <div className={mergeClasses(useLineStyles().line, className)}>{children}</div>;
}
