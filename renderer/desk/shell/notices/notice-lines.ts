import { noticesText } from '#renderer/desk/text/notices.ts';
import type { BroughtBack } from '#renderer/core/outbox/outbox-contract.ts';
import type { TakenOver } from '#shared/records/told-assignment.ts';
import type { RefusedCommand } from '#renderer/core/outbox/refused-others.ts';
import type { OtherServer } from '#renderer/core/shown-error.ts';
import type { ExchangeNotices } from '#renderer/core/sync/sync-contract.ts';

/** From so much on a person is told that the PC's clock is off, in milliseconds. */
export const clockToleranceMs = 300_000;

/** A line over the status bar; `asks`: with a button that leads to the question, or says that it was seen. */
export interface NoticeLine {
  readonly kind:
    | 'server_lain'
    | 'kembali'
    | 'diambil_alih'
    | 'kiriman_ditolak'
    | 'ditahan'
    | 'dikirim_lagi'
    | 'tak_terbaca'
    | 'jam';
  readonly sentence: string;
  readonly asks: boolean;
}

/** What other stores have to say. */
export interface AlsoToSay {
  /** Another server answers than the one that this PC knows. */
  readonly other?: OtherServer | null;
  /** Decisions that came back because of what was read after them. */
  readonly broughtBack?: readonly BroughtBack[];
  /** Usul that colleagues took over, or an admin gave to somebody. */
  readonly takenOver?: readonly TakenOver[];
  /** What else than decisions the server did not take. */
  readonly refused?: readonly RefusedCommand[];
}

/** What is to be said, what asks for a person's word first. */
export function noticeLines(
  notices: ExchangeNotices,
  { other = null, broughtBack = [], takenOver = [], refused = [] }: AlsoToSay = {},
): readonly NoticeLine[] {
  const { heldRemovals: held, deliveredAgain, unreadable, clockAheadMs } = notices;
  const off = Math.abs(clockAheadMs);
  const lines: NoticeLine[] = [];
  if (other) lines.push({ kind: 'server_lain', sentence: other.message, asks: true });
  const [back] = broughtBack;
  if (back) {
    const { employeeName: name, sentences } = back;
    const said = sentences.join(' ');
    const sentence =
      broughtBack.length === 1
        ? noticesText.broughtBack(name, said)
        : noticesText.broughtBackMany(broughtBack.length, name, said);
    lines.push({ kind: 'kembali', sentence, asks: true });
  }
  const taken = takenOver.at(-1);
  if (taken) {
    const others = takenOver.slice(0, -1);
    const count = others.reduce((sum, one) => sum + (one.count ?? 1), 0);
    const alike = others.every(({ kind }) => kind === taken.kind);
    const sentence = noticesText.takenOver(taken, count, alike);
    lines.push({ kind: 'diambil_alih', sentence, asks: true });
  }
  const [command] = refused;
  if (command) {
    const { sentence: why, typed } = command;
    const sentence = noticesText.refused(why, shortened(typed), refused.length - 1);
    lines.push({ kind: 'kiriman_ditolak', sentence, asks: true });
  }
  if (held) {
    const sentence = held.agreed
      ? noticesText.agreed(held.gone)
      : noticesText.held(held.gone, held.of);
    lines.push({ kind: 'ditahan', sentence, asks: !held.agreed });
  }
  if (deliveredAgain > 0) {
    const sentence = noticesText.deliveredAgain(deliveredAgain);
    lines.push({ kind: 'dikirim_lagi', sentence, asks: true });
  }
  if (unreadable > 0) {
    lines.push({ kind: 'tak_terbaca', sentence: noticesText.unreadable(unreadable), asks: false });
  }
  if (off > clockToleranceMs) {
    lines.push({ kind: 'jam', sentence: noticesText.clock(off), asks: false });
  }
  return lines;
}

/** So much of what was typed is shown in a line that must not fill the screen. */
const shownLength = 240;

function shortened(text: string): string {
  return text.length > shownLength ? `${text.slice(0, shownLength)}…` : text;
}
