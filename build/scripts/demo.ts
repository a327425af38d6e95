import { runDemoCommand } from '#build/demo/command.ts';
import { seedTexts } from '#build/demo/texts.ts';

try {
  process.exitCode = await runDemoCommand(process.argv.slice(2), {
    env: process.env,
    print: (line) => process.stdout.write(`${line}\n`),
  });
} catch (error) {
  process.stderr.write(
    `${seedTexts.unexpected}\n${error instanceof Error ? error.stack : String(error)}\n`,
  );
  process.exitCode = 1;
}
