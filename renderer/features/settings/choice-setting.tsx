import { makeStyles, Radio, RadioGroup } from '@fluentui/react-components';
import { SettingRow, settingIds } from '#renderer/features/settings/setting-row.tsx';

const useStyles = makeStyles({
  group: { display: 'flex', flexWrap: 'wrap', columnGap: '12px', marginLeft: '-8px' },
});

/** One of the things to choose from. */
export interface SettingChoice<Value extends string | number> {
  readonly value: Value;
  readonly label: string;
}

interface ChoiceSettingProps<Value extends string | number> {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly choices: readonly SettingChoice<Value>[];
  readonly chosen: Value;
  readonly onChoose: (value: Value) => void;
}

/** A setting with a few choices, all in sight. */
export function ChoiceSetting<Value extends string | number>(props: ChoiceSettingProps<Value>) {
  const styles = useStyles();
  const { id, label, hint, choices, chosen, onChoose } = props;
  const { labelId, hintId } = settingIds(id);
  return (
    <SettingRow id={id} label={label} hint={hint}>
      <RadioGroup
        layout="horizontal"
        className={styles.group}
        aria-labelledby={labelId}
        aria-describedby={hintId}
        value={String(chosen)}
        onChange={(_, data) => {
          const choice = choices.find(({ value }) => String(value) === data.value);
          if (choice) onChoose(choice.value);
        }}
      >
        {choices.map((choice) => (
          <Radio key={choice.value} value={String(choice.value)} label={choice.label} />
        ))}
      </RadioGroup>
    </SettingRow>
  );
}
