import { takeCancellation, takeConfirmation } from '#server/bulk/take-confirmation.ts';
import { takeSelection } from '#server/bulk/take-selection.ts';
import { findTakenBulk, isBulkCommandKnown } from '#server/bulk/taken-commands.ts';
import type { CommandHandler } from '#server/commands/command-handler.ts';
import type { BulkCommand } from '#shared/workflow/bulk/bulk-commands.ts';

/** Commands about batches: one is selected, its rest is approved, or it is given up. */
export const bulkHandler: CommandHandler<BulkCommand> = {
  take: (ports, sender, command) => {
    switch (command.kind) {
      case 'setujuiMassal':
        return takeSelection(ports, sender, command);
      case 'sahkanMassal':
        return takeConfirmation(ports, sender, command);
      case 'batalkanMassal':
        return takeCancellation(ports, sender, command);
    }
  },
  isKnown: isBulkCommandKnown,
  findTaken: findTakenBulk,
};
