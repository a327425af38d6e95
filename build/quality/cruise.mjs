// Runs dependency-cruiser in a plain Node process: { sources, options, resolveOptions } as JSON on standard input, the
// result as JSON on standard output. Not TypeScript, because its swc visitor does not load under tsx, and not its own
// command line, because that refuses Node 20 although the library works there.
import { text } from 'node:stream/consumers';
import { cruise } from 'dependency-cruiser';

const { sources, options, resolveOptions } = JSON.parse(await text(process.stdin));
const { output } = await cruise(sources, options, resolveOptions);
process.stdout.write(JSON.stringify(output));
