import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { workbenchText } from '#renderer/features/workbench/text/workbench.ts';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';
import type { FieldSpec } from '#shared/records/record-type.ts';
import { listCodes } from '#shared/reference/reference-tables.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '2px 8px',
    padding: '2px 0 4px',
    fontSize: textSizes.small,
    lineHeight: lineHeights.small,
  },
  input: { flex: '1 1 160px', minWidth: 0 },
  problem: { flexBasis: '100%', color: tokens.colorPaletteRedForeground1 },
});

interface CorrectionEditorProps {
  readonly spec: FieldSpec;
  /** What it begins with; of a code its id. */
  readonly start: string;
  /** Answers what is wrong with it; null when it is kept. */
  readonly onKeep: (typed: string) => string | null;
}

/** One line for the value as the document has it: a list for a code, else to be typed. It takes the focus. */
export function CorrectionEditor({ spec, start, onKeep }: CorrectionEditorProps) {
  const styles = useStyles();
  const [id, problemId] = [useId(), useId()];
  const [text, setText] = useState(start);
  const [problem, setProblem] = useState<string | null>(null);
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const field = root.current?.querySelector<HTMLInputElement | HTMLSelectElement>('input,select');
    field?.focus();
    if (field instanceof HTMLInputElement) field.select();
  }, []);
  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.key !== 'Enter') return;
    event.preventDefault();
    // Else the field that comes next hears it too.
    event.stopPropagation();
    setProblem(onKeep(text));
  }
  const shared = {
    id,
    size: 'small' as const,
    className: styles.input,
    value: text,
    onKeyDown,
    'aria-invalid': problem !== null,
    'aria-describedby': problem === null ? undefined : problemId,
    'data-testid': 'koreksi',
  };
  const { format } = spec;
  return (
    <div ref={root} className={styles.root}>
      <label htmlFor={id}>{workbenchText.correction.label}</label>
      {format.kind === 'code' ? (
        <Select {...shared} onChange={(_, data) => setText(data.value)}>
          <option value="">{workbenchText.correction.choose}</option>
          {listCodes(format.table).map((code) => (
            <option key={code.id} value={code.id}>
              {code.label}
            </option>
          ))}
        </Select>
      ) : (
        <Input
          {...shared}
          // Else the browser keeps what was typed in its own session files, in clear.
          autoComplete="off"
          title={workbenchText.correction.hint}
          onChange={(_, data) => setText(data.value)}
        />
      )}
      <span>{workbenchText.correction.keys}</span>
      {problem !== null && (
        <span id={problemId} role="alert" className={styles.problem}>
          {problem}
        </span>
      )}
    </div>
  );
}
