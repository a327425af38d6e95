import { useState } from 'react';
import { Field, Input, makeStyles, Text } from '@fluentui/react-components';
import {
  opensUpload,
  periodOf,
  typedOf,
  type PeriodTyped,
} from '#renderer/features/admin/schedule/period-form.ts';
import { scheduleText as texts } from '#renderer/features/admin/schedule/texts.ts';
import { FormDialog } from '#renderer/features/admin/parts/form-dialog.tsx';
import { adminText } from '#renderer/features/admin/parts/texts.ts';
import { useAct } from '#renderer/features/admin/parts/use-act.ts';
import type { QueryDesk } from '#renderer/core/query/query-contract.ts';
import { ErrorBar } from '#renderer/ui/parts/error-bar.tsx';
import type { AdminOverview } from '#shared/contract/admin/overview.ts';
import type { ManagedSchedule } from '#shared/contract/admin/schedule.ts';
import { periodStages, type Period } from '#shared/workflow/schedule/period.ts';
import { isPlainLine } from '#shared/kernel/typed-text.ts';

const useStyles = makeStyles({
  stages: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr) minmax(0, 1fr)',
    gap: '4px 10px',
    alignItems: 'center',
  },
  pair: { display: 'grid', gridTemplateColumns: '1fr 1fr', gap: '10px', alignItems: 'start' },
});

interface PeriodDialogProps {
  readonly query: QueryDesk;
  readonly schedule: ManagedSchedule;
  /** The one to change; null: a new one. */
  readonly period: Period | null;
  /** Who is missing; null where the server could not be asked. */
  readonly overview: AdminOverview | null;
  readonly onKept: (schedule: ManagedSchedule, sentence: string) => void;
  readonly onClose: () => void;
}

/** A period: new, extended, or closed. That *unggah* opens before the people are there is asked about once. */
export function PeriodDialog(props: PeriodDialogProps) {
  const { query, schedule, period, onKept, onClose } = props;
  const [id] = useState(() => period?.id ?? crypto.randomUUID());
  const [typed, setTyped] = useState(() => typedOf(period, schedule.today));
  const [warned, setWarned] = useState(false);
  const act = useAct();
  const wanted = periodOf(id, typed);
  const gaps = gapsText(props.overview);
  const warns = wanted !== null && opensUpload(wanted, schedule.today) && gaps !== '';
  const [noName, noBasis] = [!isPlainLine(typed.name), !isPlainLine(typed.legalBasis)];
  function submit(): void {
    if (wanted === null || noName || noBasis) return;
    if (warns && !warned) return setWarned(true);
    act.run(
      () => query.ask('adminKeepSchedule', { body: { period: wanted } }),
      (kept) => onKept(kept, texts.kept(wanted.name)),
    );
  }

  return (
    <FormDialog
      title={period ? texts.editTitle : texts.addTitle}
      submit={warns && warned ? texts.openAnyway : adminText.save}
      act={act}
      onSubmit={submit}
      onClose={onClose}
    >
      {(tried) => (
        <>
          <PeriodFields typed={typed} onChange={setTyped} tried={tried} />
          {tried && wanted === null && <ErrorBar message={texts.wrongPeriod} action="" />}
          {warned && warns && (
            <ErrorBar intent="warning" message={texts.warnUpload} action={`${gaps}.`} />
          )}
        </>
      )}
    </FormDialog>
  );
}

interface PeriodFieldsProps {
  readonly typed: PeriodTyped;
  readonly onChange: (typed: PeriodTyped) => void;
  readonly tried: boolean;
}

function PeriodFields({ typed, onChange, tried }: PeriodFieldsProps) {
  const styles = useStyles();
  const { name, legalBasis, stages, cutOffDay, closedOn } = typed;
  const set = (change: Partial<PeriodTyped>): void => onChange({ ...typed, ...change });
  return (
    <>
      <Field
        label={texts.name}
        validationMessage={tried && !isPlainLine(name) ? texts.nameMissing : null}
      >
        <Input value={name} onChange={(_, data) => set({ name: data.value })} />
      </Field>
      <Field
        label={texts.legalBasis}
        validationMessage={tried && !isPlainLine(legalBasis) ? texts.legalMissing : null}
      >
        <Input value={legalBasis} onChange={(_, data) => set({ legalBasis: data.value })} />
      </Field>
      <div className={styles.stages}>
        <span />
        <Text size={200}>{texts.from}</Text>
        <Text size={200}>{`${texts.until} (${texts.untilHint.toLowerCase()})`}</Text>
        {periodStages.map((stage) => (
          <Span
            key={stage}
            label={texts.stages[stage]}
            value={stages[stage]}
            onChange={(change) =>
              set({ stages: { ...stages, [stage]: { ...stages[stage], ...change } } })
            }
          />
        ))}
      </div>
      <div className={styles.pair}>
        <Field label={texts.cutOffDay} hint={texts.cutOffHint}>
          <Input
            type="number"
            min={1}
            max={31}
            value={cutOffDay}
            onChange={(_, data) => set({ cutOffDay: data.value })}
          />
        </Field>
        <Field label={texts.closedOn} hint={texts.closedHint}>
          <Input
            type="date"
            value={closedOn}
            onChange={(_, data) => set({ closedOn: data.value })}
          />
        </Field>
      </div>
    </>
  );
}

interface SpanProps {
  readonly label: string;
  readonly value: { readonly from: string; readonly until: string };
  readonly onChange: (change: { from?: string; until?: string }) => void;
}

function Span({ label, value, onChange }: SpanProps) {
  return (
    <>
      <Text>{label}</Text>
      <Input
        size="small"
        type="date"
        aria-label={`${label}: ${texts.from}`}
        value={value.from}
        onChange={(_, data) => onChange({ from: data.value })}
      />
      <Input
        size="small"
        type="date"
        aria-label={`${label}: ${texts.until}`}
        value={value.until}
        onChange={(_, data) => onChange({ until: data.value })}
      />
    </>
  );
}

/** Who is missing before usul may come in; empty: nobody. */
function gapsText(overview: AdminOverview | null): string {
  if (overview === null) return '';
  const { withoutVerifikator, hasApprover, hasHelpdesk } = overview;
  return [
    withoutVerifikator.length > 0 ? texts.opdWithout(withoutVerifikator.length) : '',
    hasApprover ? '' : texts.noApprover,
    hasHelpdesk ? '' : texts.noHelpdesk,
  ]
    .filter((text) => text !== '')
    .join('; ');
}
