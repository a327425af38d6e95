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
  readonly journalled = new Set<string>();
  readonly refused = new Set<string>();

  hear(announcement: Announcement): void {
    switch (announcement.step) {
      case 'saved':
        this.saved.set(announcement.decision.id, announcement.decision);
        this.journalled.delete(announcement.decision.note);
        return;
      case 'journalled':
        if (announcement.of.act === 'decide') this.journalled.add(announcement.of.note);
        return;
      case 'withdrawing':
        this.undecided.add(announcement.id);
        // It came back, and a person has seen it.
        this.journalled.delete(announcement.note);
        return;
      case 'withdrawn':
        this.undecided.delete(announcement.id);
        this.withdrawn.add(announcement.id);
        return;
      case 'still-there':
        this.undecided.delete(announcement.id);
        return;
      case 'deciding':
      case 'journalling':
      case 'storing':
      case 'nobody-known':
    }
  }

  /** The screen said that it was not kept, after all. */
  refuse(note: string): void {
    this.refused.add(note);
    this.journalled.delete(note);
  }

  /** The outbox as it is before the store is taken away: what a person has dealt with need not come again. */
  see(outbox: readonly OutboxLine[]): void {
    for (const { id, note, reason, handled } of outbox) {
      if (!handled || reason === '') continue;
      this.handled.add(id);
      this.journalled.delete(note);
    }
  }
}
