import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { apiErrorBodySchema } from '#shared/contract/api-error.ts';
import {
  apiRoutes,
  appVersionHeader,
  contractVersion,
  type ApiRoute,
} from '#shared/contract/api.ts';
import { deviceProofHeader } from '#shared/contract/device-proof.ts';
import { jsonSchemaOf } from '#shared/contract/openapi.ts';

/**
 * SHA-256 of the whole contract, by version. A change of the shape shows here: raise `contractVersion` and add the new
 * value. An entry is never altered once a server with that version has been delivered.
 */
const shapeOfVersion: Readonly<Record<number, string>> = {
  1: '306fb12de4a64e4f9c218eecd59b14052e64f63015cc22570fc593d5c9d67daa',
  2: '94ffad1b586435b7e4011c533a27fea869fae1becf283f4a1b000358a8f0e4a4',
  3: '793257b35fc9f627da3a930a8dcd9489500e3473ab5a962db2cec052eb141747',
  4: 'c2ea766645e11a7e0710cc529915a3033e6c80717869bb6b2e328e5ca5c2b0e4',
  5: '5ede301586c120f5e87a093800adeff5957c75ada2992338baefdefc96b685d8',
  6: '9ea1fca04f05804999b8ea6e115d9a65726c6b749ae49bb2ec9fa00684a8a264',
  7: '10eef6480b50462579b4d100b51f84767cfe8a0af72737b9c769aec29ee58d7f',
  8: '6a75c9b3c64bf244337e82626f8d5b864d9ca8f33681d927ca39edae19882822',
  9: 'f279503776fc9168cfbc5c9180c43c049f562d5cb9e589ecd5a9f55b13339566',
  10: '4c6f5ba72178773dab64327273fb46d64f9a976dd2992b828e2fdd3fde4eebce',
  11: '9cf27f8d703820bccfd6cce767c13ad4d7e60cba78fa0aa1c452982b63d6ba0b',
  12: 'f98dd8a14f4ab560b083c369ffd814068f36686b8a6ea7cfd9ba749ef33b46ef',
  13: '847bb6659e5315f5932e933a3680a36b73262f2b402c8b440768560ef0ec93d2',
  14: 'b7617ea8e5ade0691cd6d059bc9071665850e846f3124213af56e6ea70a6650c',
  15: '02c95ef63c518bc2dc3708beaf0c254b8ac4ba41a45f2d415242016b9c5ee626',
};

it('does not change its shape without changing its version', () => {
  const routes = Object.entries<ApiRoute>(apiRoutes).map(([name, route]) => [
    name,
    route.method,
    route.path,
    route.access,
    ...(route.signed ? ['signed'] : []),
    ...[route.params, route.query, route.body, route.documentedBody].map(
      (schema) => schema && jsonSchemaOf(schema, 'input'),
    ),
    typeof route.answer === 'string' ? route.answer : jsonSchemaOf(route.answer, 'output'),
  ]);
  const shape = JSON.stringify([
    appVersionHeader,
    deviceProofHeader,
    jsonSchemaOf(apiErrorBodySchema, 'output'),
    routes,
  ]);
  const digest = createHash('sha256').update(shape).digest('hex');
  expect(digest).toBe(shapeOfVersion[contractVersion]);
});
