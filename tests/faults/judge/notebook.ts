import type {
  Announcement,
  NotedDecision,
  OutboxLine,
} from '#tests/faults/client/driver-contract.ts';
import type { Notebook } from '#tests/faults/judge/oracle.ts';

/** Writes down what the screen said, where no fault of the PC reaches. */
export class KeptNotebook implements Notebook {
  readonly saved = new Map<string, NotedDecision>();
  readonly withdrawn = new Set<string>();
  readonly undecided = new Set<string>();
  readonly handled = new Set<string>();

  hear(announcement: Announcement): void {
    switch (announcement.step) {
      case 'saved':
        this.saved.set(announcement.decision.id, announcement.decision);
        return;
      case 'withdrawing':
        this.undecided.add(announcement.id);
        return;
      case 'withdrawn':
        this.undecided.delete(announcement.id);
        this.withdrawn.add(announcement.id);
        return;
      case 'still-there':
        this.undecided.delete(announcement.id);
        return;
      case 'deciding':
      case 'storing':
      case 'nobody-known':
    }
  }

  /** The outbox as it is before the store is taken away: what a person has dealt with need not come again. */
  see(outbox: readonly OutboxLine[]): void {
    for (const { id, reason, handled } of outbox) {
      if (handled && reason !== '') this.handled.add(id);
    }
  }
}
