/** Whether something failed because there is no space left; the local database wraps the browser's own error. */
export function isFull(cause: unknown): boolean {
  for (let error = cause, depth = 0; error instanceof Error && depth < 5; depth += 1) {
    if (error.name === 'QuotaExceededError') return true;
    error = 'inner' in error ? error.inner : error.cause;
  }
  return false;
}
