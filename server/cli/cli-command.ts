import type { Db } from '#server/store/database.ts';

/** How a command is called, and what the help says of it. */
export interface CommandSignature {
  readonly name: string;
  /** What the help calls its one argument; a command without it takes none. */
  readonly argument?: string;
  readonly summary: string;
  readonly options?: readonly CommandOption[];
}

/** What a command may be told besides, as `--name VALUE`. */
export interface CommandOption {
  readonly name: string;
  /** What the help calls its value. */
  readonly argument: string;
  readonly summary: string;
  readonly required?: boolean;
}

/** Asks the person at the terminal, and waits for the answer. */
export type Ask = (question: string) => Promise<string>;

/** What a command of a capability works on. */
export interface CommandCall {
  /** Brought to the latest migration; closed afterwards by whoever opened it. */
  readonly db: Db;
  /** The argument as it was given; empty where the command takes none. */
  readonly argument: string;
  /** By name: the options that were given. */
  readonly options: Readonly<Record<string, string>>;
  /** Aborts when the person asks to stop; who asks for it ends by itself then, soon. */
  readonly stopSignal: () => AbortSignal;
  readonly print: (line: string) => void;
  /** What the person types in answer; empty where nobody can. */
  readonly ask: Ask;
  /** The same, unseen. */
  readonly askSecret: Ask;
}

/**
 * A command that a capability offers at the server's command line. `run` throws StartProblem with a sentence for people
 * when it could not be done.
 */
export interface CliCommand extends CommandSignature {
  run(call: CommandCall): Promise<void>;
}
