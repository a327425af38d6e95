import { v7 as makeUuidV7 } from 'uuid';

/** A reply as it was typed; one id until it is sent: what is tried again is the same message. */
export interface TypedReply {
  readonly id: string;
  readonly text: string;
}

/** What was typed, by ticket. */
export type Typed = Readonly<Record<string, TypedReply>>;

/** Something was typed for a ticket. */
export function withTyped(now: Typed, ticketId: string, text: string): Typed {
  return { ...now, [ticketId]: { id: now[ticketId]?.id ?? makeUuidV7(), text } };
}

/** A reply was sent; what was typed since is the next one, without what was sent where it begins with that. */
export function withoutSent(now: Typed, ticketId: string, sent: TypedReply): Typed {
  const { [ticketId]: typed, ...others } = now;
  if (!typed || typed.text === sent.text) return others;
  if (typed.id !== sent.id) return now;
  const isLonger = typed.text.startsWith(sent.text);
  const text = isLonger ? typed.text.slice(sent.text.length) : typed.text;
  return { ...others, [ticketId]: { id: makeUuidV7(), text } };
}

/** A reply that is given often is written after what was typed already. */
export function withCanned(text: string, canned: string): string {
  return text.trim() === '' ? canned : `${text.trimEnd()}\n\n${canned}`;
}
