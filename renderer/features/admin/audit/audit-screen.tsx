import { useState, type ReactNode } from 'react';
import { Input, Label, useId } from '@fluentui/react-components';
import { auditColumns, actionText } from '#renderer/features/admin/audit/audit-columns.tsx';
import { ExportAudit } from '#renderer/features/admin/audit/export-audit.tsx';
import { auditActions, auditText as texts } from '#renderer/features/admin/audit/texts.ts';
import { Choice } from '#renderer/features/admin/parts/choice.tsx';
import { Detail } from '#renderer/features/admin/parts/detail.tsx';
import { ListScreen } from '#renderer/features/admin/parts/list-screen.tsx';
import { momentText } from '#renderer/features/admin/parts/moment-text.ts';
import { useRows } from '#renderer/features/admin/parts/use-rows.ts';
import type { ScreenProps } from '#renderer/frame/screen.tsx';
import type { AuditRow } from '#shared/contract/admin/audit.ts';
import { isLocalDate, type LocalDate } from '#shared/kernel/local-date.ts';

interface Query {
  readonly who: string;
  readonly action: string | undefined;
  readonly from: LocalDate | undefined;
  readonly until: LocalDate | undefined;
}

const actions = Object.entries(auditActions)
  .map(([id, label]) => ({ id, label }))
  .toSorted((a, b) => a.label.localeCompare(b.label));
const idOf = ({ id }: AuditRow): string => id;

/** "Jejak Audit": who did what, the newest first. */
export function AuditScreen({ desk: { query: lane }, announce }: ScreenProps) {
  const list = useRows<AuditRow, Query>(
    (query, after, signal) =>
      lane.ask('adminAudit', { query: { ...askedOf(query), ...(after && { after }) } }, signal),
    { who: '', action: undefined, from: undefined, until: undefined },
  );
  const { query } = list;
  return (
    <ListScreen
      words={texts}
      list={list}
      idOf={idOf}
      columnsFor={auditColumns}
      detail={auditDetail}
      search={{ words: texts.who, text: query.who, onSearch: (who) => list.ask({ who }) }}
      filters={
        <>
          <Choice
            label={texts.action}
            choices={actions}
            chosen={query.action}
            onChoose={(action) => list.ask({ action })}
          />
          <Day label={texts.from} onChange={(from) => list.ask({ from })} />
          <Day label={texts.until} onChange={(until) => list.ask({ until })} />
        </>
      }
      actions={<ExportAudit query={lane} asked={askedOf(query)} announce={announce} />}
    />
  );
}

function askedOf({ who, action, from, until }: Query) {
  const days = { ...(from && { from }), ...(until && { until }) };
  return { who, ...(action !== undefined && { action }), ...days };
}

interface DayProps {
  readonly label: string;
  readonly onChange: (day: LocalDate | undefined) => void;
}

function Day({ label, onChange }: DayProps) {
  const id = useId('hari');
  const [typed, setTyped] = useState('');
  return (
    <span>
      <Label htmlFor={id} size="small">{`${label} `}</Label>
      <Input
        id={id}
        size="small"
        type="date"
        value={typed}
        onChange={(_, { value }) => {
          setTyped(value);
          onChange(isLocalDate(value) ? value : undefined);
        }}
      />
    </span>
  );
}

function auditDetail(entry: AuditRow): ReactNode {
  const { by, about, details } = entry;
  const known = new Set(['holder', 'perangkat']);
  return (
    <Detail
      facts={[
        [texts.columns.at, momentText(entry.at)],
        [texts.columns.action, actionText(entry)],
        [texts.username, by?.username ?? texts.server],
        [texts.aboutWhom, about ? `${about.displayName} (${about.username})` : ''],
        [texts.columns.device, entry.deviceName ?? ''],
        [texts.deviceId, entry.deviceId ?? details['perangkat'] ?? ''],
        [texts.appointment, entry.appointmentId ?? ''],
        ...Object.entries(details).filter(([name]) => !known.has(name)),
      ]}
    />
  );
}
