import { describe, expect, expectTypeOf, test } from 'vitest';
import {
  fillPath,
  isSignedInRoute,
  readRouteAnswer,
  type RouteAnswer,
  type RouteInput,
  type SignedInRoute,
} from '#shared/contract/route-call.ts';

describe('a route as it is called', () => {
  test('has its parameters in their places, each as one part of the path', () => {
    expect(fillPath('/api/v1/documents/:sha256', { sha256: 'ab' })).toBe('/api/v1/documents/ab');
    expect(fillPath('/api/v1/x/:id/y/:n', { id: '../a?b', n: 7 })).toBe('/api/v1/x/..%2Fa%3Fb/y/7');
    expect(fillPath('/api/v1/health')).toBe('/api/v1/health');
  });

  test('is typed by what it declares', () => {
    expectTypeOf<RouteInput<'changes'>['query']['limit']>().toEqualTypeOf<number>();
    expectTypeOf<RouteInput<'document'>['params']['sha256']>().toEqualTypeOf<string>();
    expectTypeOf<RouteAnswer<'signOut'>>().toEqualTypeOf<null>();
    expectTypeOf<'health'>().not.toExtend<SignedInRoute>();
  });

  test('answers what its schema reads; one without an answer, nothing', () => {
    const health = { status: 'siap', contractVersion: 1, serverTime: '2026-11-22T00:00:00.000Z' };
    expect(readRouteAnswer('health', health)).toEqual(health);
    expect(readRouteAnswer('health', '<html></html>')).toBeUndefined();
    expect(readRouteAnswer('signOut', '')).toBeNull();
  });

  test('is for a signed-in account unless it is public or answers with bytes', () => {
    expect(isSignedInRoute('changes')).toBe(true);
    for (const name of ['health', 'signIn', 'document', 'constructor', '']) {
      expect(isSignedInRoute(name)).toBe(false);
    }
  });
});
