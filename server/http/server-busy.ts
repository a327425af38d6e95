/** The server cannot serve just now: the same comes again later. */
export class ServerBusy extends Error {
  override readonly name = 'ServerBusy';
}
