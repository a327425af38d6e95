/**
 * Gives the focus to the work: the list of the screen, else its main part; the main part at once where the list is about
 * to go. For controls that vanish with the click on
 * them; whoever uses the keyboard must not be sent back to the start of the page.
 */
export function focusMain(first: 'list' | 'main' = 'list'): void {
  const main = document.querySelector('main');
  const list = main?.querySelector<HTMLElement>('[role=grid]');
  if (list && first === 'list') return list.focus({ preventScroll: true });
  if (!main) return;
  // For this one time: a click into the main part must not move the focus there.
  main.tabIndex = -1;
  main.style.outline = 'none';
  main.focus({ preventScroll: true });
  main.addEventListener('blur', () => main.removeAttribute('tabindex'), { once: true });
}
