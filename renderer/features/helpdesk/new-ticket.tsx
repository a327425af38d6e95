import { useState } from 'react';
import { Field, Input, Select, Textarea } from '@fluentui/react-components';
import { v7 as makeUuidV7 } from 'uuid';
import { FormDialog } from '#renderer/features/helpdesk/form-dialog.tsx';
import { KindChoice } from '#renderer/features/helpdesk/kind-choice.tsx';
import { helpdeskText as texts } from '#renderer/features/helpdesk/texts.ts';
import type { Tickets } from '#renderer/features/helpdesk/use-tickets.ts';
import type { Announce } from '#renderer/frame/announce.ts';
import type { QueryDesk } from '#renderer/core/query/query-contract.ts';
import { shownError } from '#renderer/core/shown-error.ts';
import { ticketChannelLabels } from '#shared/workflow/helpdesk/ticket-labels.ts';
import {
  ticketChannels,
  type TicketChannel,
  type TicketKind,
} from '#shared/workflow/helpdesk/ticket.ts';
import { isPlainLine, saysSomething } from '#shared/kernel/typed-text.ts';

interface NewTicketProps {
  readonly query: QueryDesk;
  readonly tickets: Tickets;
  readonly announce: Announce;
  readonly onClose: () => void;
}

/** A ticket for somebody who came to the counter, called or wrote. */
export function NewTicket({ query, tickets, announce, onClose }: NewTicketProps) {
  // One id however often it is tried: it is one ticket.
  const [id] = useState(() => makeUuidV7());
  const [kind, setKind] = useState<TicketKind>('akun');
  const [channel, setChannel] = useState<TicketChannel>('loket');
  const [name, setName] = useState('');
  const [nip, setNip] = useState('');
  const [text, setText] = useState('');
  const [missing, setMissing] = useState(false);
  async function submit(): Promise<void> {
    const isComplete = isPlainLine(name) && saysSomething(text);
    setMissing(!isComplete);
    if (!isComplete) return;
    const reporter = { name, channel, ...(nip.trim() !== '' && { nip }) };
    const body = { id, ticketKind: kind, text, reporter };
    if (!(await tickets.act(() => query.ask('openTicket', { body })))) return;
    announce(texts.created);
    onClose();
  }
  return (
    <FormDialog
      title={texts.newTitle}
      submit={texts.newTicket}
      busy={tickets.busy}
      failure={missing ? shownError('belum_lengkap', texts.incomplete, '') : tickets.failure}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <Field label={texts.name} required>
        <Input maxLength={200} value={name} onChange={(_, data) => setName(data.value)} />
      </Field>
      <Field label={texts.optionalNip}>
        <Input maxLength={30} value={nip} onChange={(_, data) => setNip(data.value)} />
      </Field>
      <ChannelChoice channel={channel} onChannel={setChannel} />
      <KindChoice kind={kind} onKind={setKind} />
      <Field label={texts.text} required>
        <Textarea
          maxLength={2000}
          placeholder={texts.textPlaceholder}
          value={text}
          onChange={(_, data) => setText(data.value)}
        />
      </Field>
    </FormDialog>
  );
}

interface ChannelChoiceProps {
  readonly channel: TicketChannel;
  readonly onChannel: (channel: TicketChannel) => void;
}

/** How somebody came to the helpdesk. */
function ChannelChoice({ channel, onChannel }: ChannelChoiceProps) {
  return (
    <Field label={texts.channel}>
      <Select
        value={channel}
        onChange={(_, data) =>
          onChannel(ticketChannels.find((one) => one === data.value) ?? 'loket')
        }
      >
        {ticketChannels
          .filter((one) => one !== 'aplikasi')
          .map((one) => (
            <option key={one} value={one}>
              {ticketChannelLabels[one]}
            </option>
          ))}
      </Select>
    </Field>
  );
}
