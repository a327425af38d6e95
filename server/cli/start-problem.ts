/** Why the server cannot start or a command cannot run: `message` is a clear sentence for people, with what to do. */
export class StartProblem extends Error {
  override readonly name = 'StartProblem';
}
