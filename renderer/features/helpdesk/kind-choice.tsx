import { Field, Select } from '@fluentui/react-components';
import { helpdeskText as texts } from '#renderer/features/helpdesk/texts.ts';
import { ticketKindTexts } from '#shared/workflow/helpdesk/ticket-labels.ts';
import { ticketKinds, type TicketKind } from '#shared/workflow/helpdesk/ticket.ts';

interface KindChoiceProps {
  readonly kind: TicketKind;
  readonly onKind: (kind: TicketKind) => void;
}

/** What a ticket is about. */
export function KindChoice({ kind, onKind }: KindChoiceProps) {
  return (
    <Field label={texts.kind} hint={ticketKindTexts[kind].hint}>
      <Select
        value={kind}
        onChange={(_, { value }) => onKind(ticketKinds.find((one) => one === value) ?? kind)}
      >
        {ticketKinds.map((one) => (
          <option key={one} value={one}>
            {ticketKindTexts[one].label}
          </option>
        ))}
      </Select>
    </Field>
  );
}
