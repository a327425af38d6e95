import { useState } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ShownField } from '#renderer/features/outbox/conflict/compare-fields.ts';
import { Fact, Facts } from '#renderer/features/outbox/fact.tsx';
import { conflictsText } from '#renderer/features/outbox/conflict/texts.ts';
import { FoldingSection } from '#renderer/ui/parts/folding-section.tsx';

const useStyles = makeStyles({
  root: { margin: '8px -12px -10px' },
  count: { color: tokens.colorNeutralForeground2 },
});

interface FoldedFieldsProps {
  readonly title: string;
  readonly fields: readonly ShownField[];
}

/** Fields with nothing to compare, folded away. */
export function FoldedFields({ title, fields }: FoldedFieldsProps) {
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  if (fields.length === 0) return null;
  return (
    <div className={styles.root}>
      <FoldingSection
        title={title}
        summary={<span className={styles.count}>{conflictsText.sameCount(fields.length)}</span>}
        open={open}
        onToggle={() => setOpen(!open)}
      >
        <Facts>
          {fields.map(({ name, label, value }) => (
            <Fact key={name} label={label} lines={value === '' ? [] : [value]} />
          ))}
        </Facts>
      </FoldingSection>
    </div>
  );
}
