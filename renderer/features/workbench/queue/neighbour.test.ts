import { describe, expect, it } from 'vitest';
import { neighbourOf } from '#renderer/features/workbench/queue/neighbour.ts';

const queue = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];

describe('neighbour in the queue', () => {
  it('walks both ways and stops at the ends', () => {
    expect(neighbourOf(queue, 'b', 1)).toBe('c');
    expect(neighbourOf(queue, 'b', -1)).toBe('a');
    expect(neighbourOf(queue, 'c', 1)).toBeNull();
    expect(neighbourOf(queue, 'a', -1)).toBeNull();
  });

  it('starts at the top from an usul outside the queue', () => {
    expect(neighbourOf(queue, 'x', 1)).toBe('a');
    expect(neighbourOf(queue, 'x', -1)).toBeNull();
    expect(neighbourOf([], 'x', 1)).toBeNull();
  });
});
