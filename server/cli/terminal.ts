import { createInterface, type Interface } from 'node:readline';
import { Writable } from 'node:stream';

/** Asks the person at the terminal; what is piped in answers line by line. */
export interface Terminal {
  /** Something that anybody may see. */
  readonly ask: (question: string) => Promise<string>;
  /** Something that nobody may see. */
  readonly askSecret: (question: string) => Promise<string>;
  /** Nothing more is asked: an open pipe keeps no process alive. */
  readonly close: () => void;
}

/** The terminal of this process. */
export function openTerminal(): Terminal {
  const { stdin, stderr } = process;
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() });
  let piped: Interface | undefined;
  let answers: AsyncIterator<string> | undefined;
  const ask = async (question: string, output: NodeJS.WritableStream): Promise<string> => {
    stderr.write(question);
    if (stdin.isTTY) return typedLine(output);
    // Kept from question to question: it reads ahead.
    piped ??= createInterface({ input: stdin });
    answers ??= piped[Symbol.asyncIterator]();
    const next = await answers.next();
    stderr.write('\n');
    return next.done === true ? '' : next.value;
  };
  return {
    ask: (question) => ask(question, stderr),
    askSecret: (question) => ask(question, unseen),
    close: () => piped?.close(),
  };
}

async function typedLine(output: NodeJS.WritableStream): Promise<string> {
  const lines = createInterface({ input: process.stdin, output, terminal: true });
  try {
    for await (const line of lines) return line;
    return '';
  } finally {
    lines.close();
    // What was typed unseen has not moved the cursor either.
    if (output !== process.stderr) process.stderr.write('\n');
  }
}
