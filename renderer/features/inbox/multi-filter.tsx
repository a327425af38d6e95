import { Dropdown, makeStyles, Option } from '@fluentui/react-components';

/** One choice of a filter. */
export interface FilterOption {
  readonly id: string;
  readonly label: string;
}

const useStyles = makeStyles({
  root: { minWidth: '150px', width: '168px' },
  // Wider than the field: long names stay on one line.
  list: { minWidth: '260px', maxHeight: '480px' },
});

interface MultiFilterProps {
  readonly label: string;
  readonly options: readonly FilterOption[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** Lets through any of the chosen values; nothing chosen lets everything through. */
export function MultiFilter({ label, options, chosen, onChange }: MultiFilterProps) {
  const styles = useStyles();
  return (
    <Dropdown
      size="small"
      multiselect
      className={styles.root}
      listbox={{ className: styles.list }}
      aria-label={label}
      value={chosenText(label, options, chosen)}
      selectedOptions={[...chosen]}
      onOptionSelect={(_, data) => onChange(data.selectedOptions)}
    >
      {options.map((option) => (
        <Option key={option.id} value={option.id}>
          {option.label}
        </Option>
      ))}
    </Dropdown>
  );
}

function chosenText(
  label: string,
  options: readonly FilterOption[],
  chosen: readonly string[],
): string {
  if (chosen.length === 0) return label;
  const first = options.find((option) => option.id === chosen[0])?.label ?? label;
  return chosen.length === 1 ? first : `${label} (${chosen.length})`;
}
