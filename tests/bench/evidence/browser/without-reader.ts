/** For a page's start: the worker that reads documents fails to start, which the desk takes in its stride. */
export function withoutReader(): void {
  globalThis.Worker = new Proxy(Worker, {
    construct(target, parameters: ConstructorParameters<typeof Worker>) {
      if (parameters[1]?.name === 'meja-baca') throw new Error('Measured apart.');
      return new target(...parameters);
    },
  });
}
