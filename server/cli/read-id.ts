/** An id (UUID) as a person types or pastes it, in the spelling of the database; undefined: it is none. */
export function readId(text: string): string | undefined {
  const id = text.trim().toLowerCase();
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) ? id : undefined;
}
