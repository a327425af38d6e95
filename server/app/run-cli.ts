import { serverCommands, type CliPorts } from '#server/app/server-commands.ts';
import { parseSettings, settingsUsage } from '#server/app/server-settings.ts';
import { startSentences } from '#server/app/start-sentences.ts';
import { parseCall } from '#server/cli/parse-call.ts';
import { StartProblem } from '#server/cli/start-problem.ts';
import { cliTexts } from '#server/cli/texts.ts';

/**
 * Runs one command of the server's command line and answers its exit code: 0 done, 1 it could not be done (a sentence
 * says why), 2 wrongly called. A bug is thrown.
 */
export async function runCli(args: readonly string[], ports: CliPorts): Promise<0 | 1 | 2> {
  const call = parseCall(args, serverCommands);
  if (call.kind === 'help') {
    ports.print(cliTexts.help(serverCommands, settingsUsage));
    return 0;
  }
  if (call.kind === 'wrong') {
    ports.print(call.sentence);
    return 2;
  }
  const settings = parseSettings(ports.env);
  if (!settings.ok) {
    ports.print(startSentences.badSettings(settings.error.variables));
    return 2;
  }
  try {
    await call.command.run(settings.value, ports, call);
    return 0;
  } catch (error) {
    if (!(error instanceof StartProblem)) throw error;
    ports.print(error.message);
    return 1;
  }
}
