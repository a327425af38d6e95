import { Select } from '@fluentui/react-components';
import { adminText } from '#renderer/features/admin/parts/texts.ts';

interface ChoiceProps<Id extends string> {
  readonly label: string;
  readonly choices: readonly { readonly id: Id; readonly label: string }[];
  /** Undefined: all of them. */
  readonly chosen: Id | undefined;
  readonly onChoose: (id: Id | undefined) => void;
}

/** Lets one kind of rows through, or all. */
export function Choice<Id extends string>({ label, choices, chosen, onChoose }: ChoiceProps<Id>) {
  return (
    <Select
      size="small"
      aria-label={label}
      value={chosen ?? ''}
      onChange={(_, data) => onChoose(choices.find(({ id }) => id === data.value)?.id)}
    >
      <option value="">{`${label}: ${adminText.all.toLowerCase()}`}</option>
      {choices.map((choice) => (
        <option key={choice.id} value={choice.id}>
          {choice.label}
        </option>
      ))}
    </Select>
  );
}
