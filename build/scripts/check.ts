import { runChecks, sourceChecks } from '#build/quality/checks.ts';
import { closingLine, exitCode } from '#build/quality/tally.ts';
import { projectRoot } from '#build/project-root.ts';

const tally = await runChecks(sourceChecks(projectRoot));
console.log(closingLine(tally));
process.exitCode = exitCode(tally);
