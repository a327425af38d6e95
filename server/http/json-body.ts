import type { FastifyInstance } from 'fastify';
import { keepSignedBody } from '#server/http/device-proof.ts';
import { isTame } from '#server/http/tame-json.ts';

/** Something was sent that would cost much more to read than to send. */
class WildBody extends Error {
  readonly statusCode = 400;
}

/** Reads the bodies of requests, those alone that can be read in a moment; poisoned prototypes are refused as well. */
export function readJsonBodies(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser<Buffer>(
    'application/json',
    { parseAs: 'buffer' },
    (request, body, done) => {
      keepSignedBody(request, body);
      if (isTame(body)) void parse(request, body.toString('utf8'), done);
      else done(new WildBody('Too deep, or too many values.'));
    },
  );
}
