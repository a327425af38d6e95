import type { Channel } from '#shared/channel/channel.ts';
import { journalCalls } from '#shared/bridge/journal-port.ts';

/** Between the page and its journal worker: the calls of the port. */
export const journalChannel = {
  requests: {
    append: { input: journalCalls.append.args, output: journalCalls.append.answer },
    read: { input: journalCalls.read.args, output: journalCalls.read.answer },
    replace: { input: journalCalls.replace.args, output: journalCalls.replace.answer },
    list: { input: journalCalls.list.args, output: journalCalls.list.answer },
    erase: { input: journalCalls.erase.args, output: journalCalls.erase.answer },
  },
  notices: {},
  events: {},
} as const satisfies Channel;
