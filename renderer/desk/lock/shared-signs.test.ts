import { afterEach, expect, it, vi } from 'vitest';
import { shareSigns, type SharedSigns } from '#renderer/desk/lock/shared-signs.ts';

const windows: SharedSigns[] = [];

function openWindow(accountId: string) {
  const onSign = vi.fn<() => void>();
  const signs = shareSigns(accountId, onSign);
  windows.push(signs);
  return { signs, onSign };
}

afterEach(() => windows.splice(0).forEach((signs) => signs.close()));

it('a sign of life is heard in the other windows of the account, once in a second', async () => {
  const [here, there, stranger] = [openWindow('a'), openWindow('a'), openWindow('b')];
  here.signs.tell(10_000);
  here.signs.tell(10_999);
  here.signs.tell(11_000);
  await vi.waitFor(() => expect(there.onSign).toHaveBeenCalledTimes(2));
  there.signs.tell(0);
  await vi.waitFor(() => expect(here.onSign).toHaveBeenCalledTimes(1));
  expect(there.onSign).toHaveBeenCalledTimes(2);
  expect(stranger.onSign).not.toHaveBeenCalled();
});
