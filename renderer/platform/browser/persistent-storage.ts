/** Asks the browser engine not to evict our databases; false when it did not promise or cannot. */
export async function askPersistentStorage(): Promise<boolean> {
  const storage = (globalThis.navigator as Partial<Navigator>).storage;
  return (await storage?.persist?.()) ?? false;
}
