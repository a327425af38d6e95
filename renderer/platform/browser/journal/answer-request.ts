import {
  journalRequestSchema,
  type JournalReport,
  type JournalRequest,
} from '#renderer/platform/browser/journal/journal-messages.ts';
import type { Journal } from '#shared/bridge/journal-port.ts';
import { assertNever } from '#shared/kernel/assert-never.ts';

/** Answers one message of the page; what is thrown is a bug and goes to the page by its name. */
export async function answerRequest(journal: Journal, message: unknown): Promise<JournalReport> {
  const request = journalRequestSchema.parse(message);
  const { id } = request;
  try {
    return { kind: 'jawaban', id, answer: await ask(journal, request) };
  } catch (cause) {
    return { kind: 'galat', id, name: cause instanceof Error ? cause.name : typeof cause };
  }
}

function ask(journal: Journal, request: JournalRequest): Promise<unknown> {
  switch (request.call) {
    case 'append':
      return journal.append(...request.args);
    case 'read':
      return journal.read(...request.args);
    case 'replace':
      return journal.replace(...request.args);
    case 'list':
      return journal.list();
    case 'erase':
      return journal.erase(...request.args);
    default:
      return assertNever(request);
  }
}
