import { useState } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ComparedField } from '#renderer/features/outbox/conflict/compare-fields.ts';
import { Fact, Facts } from '#renderer/features/outbox/fact.tsx';
import { FoldingSection } from '#renderer/ui/parts/folding-section.tsx';
import { conflictsText } from '#renderer/ui/text/conflicts.ts';

const useStyles = makeStyles({
  root: { margin: '8px -12px -10px' },
  count: { color: tokens.colorNeutralForeground2 },
});

/** The fields that stayed as they were judged, folded away. */
export function SameFields({ fields }: { readonly fields: readonly ComparedField[] }) {
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  if (fields.length === 0) return null;
  return (
    <div className={styles.root}>
      <FoldingSection
        title={conflictsText.same}
        summary={<span className={styles.count}>{conflictsText.sameCount(fields.length)}</span>}
        open={open}
        onToggle={() => setOpen(!open)}
      >
        <Facts>
          {fields.map(({ name, label, now }) => (
            <Fact key={name} label={label} lines={now === '' ? [] : [now]} />
          ))}
        </Facts>
      </FoldingSection>
    </div>
  );
}
