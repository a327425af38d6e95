import { parseArgs } from 'node:util';
import type { CommandSignature } from '#server/cli/cli-command.ts';
import { cliTexts } from '#server/cli/texts.ts';

/** What a person asked for. `wrong` says in `sentence` why it cannot be done. */
export type ParsedCall<Command> =
  | { readonly kind: 'call'; readonly command: Command; readonly argument: string }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly sentence: string };

/** Reads the arguments of the command line as a call of one of the commands. */
export function parseCall<Command extends CommandSignature>(
  args: readonly string[],
  commands: readonly Command[],
): ParsedCall<Command> {
  const given = readArgs(args);
  if (!given) return wrong(cliTexts.unknownOption);
  if (given.help) return { kind: 'help' };
  const words = given.positionals;
  if (words.length === 0) return wrong(cliTexts.noCommand);
  const command = commands.find(({ name }) => isCalled(name, words));
  const rest = words.slice(command?.name.split(' ').length);
  const [argument = ''] = rest;
  const takesOne = command?.argument !== undefined;
  if (takesOne && argument === '') {
    return wrong(cliTexts.noArgument(command.name, command.argument));
  }
  return command && rest.length === (takesOne ? 1 : 0)
    ? { kind: 'call', command, argument }
    : wrong(cliTexts.unknownCommand(given.positionals.join(' ')));
}

/** A name may have two words: of what, and what is done with it. */
function isCalled(name: string, words: readonly string[]): boolean {
  return name.split(' ').every((word, at) => words[at] === word);
}

function readArgs(
  args: readonly string[],
): { readonly help: boolean; readonly positionals: readonly string[] } | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { help: { type: 'boolean', short: 'h' } },
    });
    return { help: values.help ?? false, positionals };
  } catch {
    // parseArgs throws for an option that it does not know; its own text is English.
    return undefined;
  }
}

function wrong(sentence: string): { readonly kind: 'wrong'; readonly sentence: string } {
  return { kind: 'wrong', sentence };
}
