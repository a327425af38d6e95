import { parseArgs } from 'node:util';
import type { CommandSignature } from '#server/cli/cli-command.ts';
import { cliTexts } from '#server/cli/texts.ts';

/** What a person asked for. `wrong` says in `sentence` why it cannot be done. */
export type ParsedCall<Command> =
  | {
      readonly kind: 'call';
      readonly command: Command;
      readonly argument: string;
      readonly options: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly sentence: string };

/** Reads the arguments of the command line as a call of one of the commands. */
export function parseCall<Command extends CommandSignature>(
  args: readonly string[],
  commands: readonly Command[],
): ParsedCall<Command> {
  const given = readArgs(args, commands);
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
  if (!command || rest.length !== (takesOne ? 1 : 0)) {
    return wrong(cliTexts.unknownCommand(given.positionals.join(' ')));
  }
  const { options } = given;
  const known = command.options ?? [];
  if (Object.keys(options).some((name) => !known.some((one) => one.name === name))) {
    return wrong(cliTexts.unknownOption);
  }
  const missing = known.find((one) => one.required && options[one.name] === undefined);
  if (missing)
    return wrong(cliTexts.noArgument(command.name, `--${missing.name} ${missing.argument}`));
  return { kind: 'call', command, argument, options };
}

/** A name may have several words: of what, and what is done with it. */
function isCalled(name: string, words: readonly string[]): boolean {
  return name.split(' ').every((word, at) => words[at] === word);
}

function readArgs(
  args: readonly string[],
  commands: readonly CommandSignature[],
):
  | {
      readonly help: boolean;
      readonly positionals: readonly string[];
      readonly options: Readonly<Record<string, string>>;
    }
  | undefined {
  const names = commands.flatMap(({ options = [] }) => options.map(({ name }) => name));
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        ...Object.fromEntries(names.map((name) => [name, { type: 'string' }] as const)),
        help: { type: 'boolean', short: 'h' },
      },
    });
    const given = Object.entries<unknown>(values).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value] as const] : [],
    );
    return { help: values.help === true, positionals, options: Object.fromEntries(given) };
  } catch {
    // parseArgs throws for an option that it does not know; its own text is English.
    return undefined;
  }
}

function wrong(sentence: string): { readonly kind: 'wrong'; readonly sentence: string } {
  return { kind: 'wrong', sentence };
}
