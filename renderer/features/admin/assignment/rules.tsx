import { useState } from 'react';
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { RuleDialog } from '#renderer/features/admin/assignment/rule-dialog.tsx';
import { ruleText, rulesAt } from '#renderer/features/admin/assignment/rule-form.ts';
import { assignmentText as texts } from '#renderer/features/admin/assignment/texts.ts';
import type { QueryDesk } from '#renderer/core/query/query-contract.ts';
import { formatDay } from '#renderer/ui/format/dates.ts';
import { useToday } from '#renderer/ui/parts/use-today.ts';
import type { ManagedAssignment } from '#shared/contract/admin/assignment.ts';
import type { Office } from '#shared/contract/admin/appointments.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { activeStages, type ActiveStage } from '#shared/records/usul.ts';
import { deciderOf, roleFitsScope } from '#shared/workflow/authority/authority.ts';
import { stageLabels } from '#shared/workflow/workflow-labels.ts';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  line: {
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    gap: '2px 12px',
    padding: '4px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  stage: { flexShrink: 0, minWidth: '12em' },
  rule: { flex: '1 1 18em', minWidth: 0, overflowWrap: 'anywhere' },
  since: { color: tokens.colorNeutralForeground2 },
  button: { marginLeft: 'auto' },
});

/** The stages at which somebody decides under an appointment to such an office. */
export function stagesOfOffice({ scope }: Office): readonly ActiveStage[] {
  return activeStages.filter((stage) => roleFitsScope(deciderOf(stage), scope.kind));
}

interface RulesProps {
  readonly office: Office;
  readonly assignment: ManagedAssignment;
  readonly query: QueryDesk;
  readonly onKept: (sentence: string) => void;
}

/** By which rule usul of an office come to people, at each stage that it decides. */
export function Rules({ office, assignment, query, onKept }: RulesProps) {
  const styles = useStyles();
  const today = useToday();
  const [changing, setChanging] = useState<ActiveStage | null>(null);
  const kept = (sentence: string): void => {
    setChanging(null);
    onKept(sentence);
  };
  return (
    <>
      <ul className={styles.list}>
        {stagesOfOffice(office).map((stage) => (
          <RuleLine
            key={stage}
            stage={stage}
            today={today}
            rules={assignment.rules}
            onChange={() => setChanging(stage)}
          />
        ))}
      </ul>
      {changing && (
        <RuleDialog
          {...{ office, assignment, query, today, onKept: kept }}
          stage={changing}
          onClose={() => setChanging(null)}
        />
      )}
    </>
  );
}

interface RuleLineProps {
  readonly stage: ActiveStage;
  readonly today: LocalDate;
  readonly rules: ManagedAssignment['rules'];
  readonly onChange: () => void;
}

function RuleLine({ stage, today, rules, onChange }: RuleLineProps) {
  const styles = useStyles();
  const { now, next, rule } = rulesAt(rules, stage, today);
  const since = now === null ? texts.sinceAlways : texts.since(formatDay(now.validFrom));
  return (
    <li className={styles.line}>
      <Text weight="semibold" className={styles.stage}>
        {stageLabels[stage]}
      </Text>
      <span className={styles.rule}>
        {ruleText(rule)} <span className={styles.since}>({since})</span>
        {next && <div>{texts.comes(ruleText(next.rule), formatDay(next.validFrom))}</div>}
      </span>
      <Button
        size="small"
        className={styles.button}
        aria-label={texts.changeLabel(stageLabels[stage])}
        onClick={onChange}
      >
        {texts.change}
      </Button>
    </li>
  );
}
