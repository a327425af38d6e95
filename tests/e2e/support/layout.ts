import type { Page } from '@playwright/test';

/**
 * What is wrong with the layout of the page as it stands, one sentence each; empty when nothing is:
 *
 * - the document scrolls sideways;
 * - text is cut off by a box, unless the box shows it (ellipsis or line clamp, with that text in a title or name nearby);
 * - text lies over other text that shows through (what covers the rest with a ground of its own, as a table head, may);
 * - two controls that a person can reach at the same time lie over each other;
 * - a control lies where nobody can get to it: outside the window or its box, and nothing scrolls to it.
 */
export async function layoutFaults(page: Page): Promise<readonly string[]> {
  return page.evaluate(findFaults);
}

/* oxlint-disable unicorn/consistent-function-scoping -- the browser gets this one function and nothing around it */
/** Runs inside the page, so everything it needs is inside it. */
function findFaults(): string[] {
  /** Rounding of fractional pixels at 150 %. */
  const slack = 1.5;
  const faults: string[] = [];
  const root = document.documentElement;
  const shownArea = { left: 0, top: 0, right: root.clientWidth, bottom: root.clientHeight };
  type Box = typeof shownArea;

  const boxOf = ({ left, top, right, bottom }: DOMRect): Box => ({ left, top, right, bottom });
  const meet = (a: Box, b: Box): Box => ({
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  });
  const width = (box: Box): number => Math.max(0, box.right - box.left);
  const height = (box: Box): number => Math.max(0, box.bottom - box.top);
  const empty = (box: Box): boolean => width(box) < 1 || height(box) < 1;
  const clips = (overflow: string): boolean => overflow === 'hidden' || overflow === 'clip';
  const scrolls = (overflow: string): boolean => overflow === 'auto' || overflow === 'scroll';

  /** Asks once for each element: hundreds of texts lie in the same boxes, and nothing changes while this runs. */
  function once<T>(ask: (element: Element) => T): (element: Element) => T {
    const known = new Map<Element, T>();
    return (element) => {
      if (!known.has(element)) known.set(element, ask(element));
      return known.get(element)!;
    };
  }

  const styleOf = once((element) => {
    const all = getComputedStyle(element);
    const { display, position, overflowX, overflowY, transform, zIndex } = all;
    const { backgroundColor, boxShadow, textOverflow, webkitLineClamp } = all;
    const room = { display, position, overflowX, overflowY, transform, zIndex };
    return { ...room, backgroundColor, boxShadow, textOverflow, webkitLineClamp };
  });

  const framesOf = once((element) => [...framesAround(element)]);

  /** The boxes around an element that cut it off or scroll it, from the inside out. */
  function* framesAround(element: Element): Generator<Element> {
    let position = styleOf(element).position;
    for (let frame = element.parentElement; frame; frame = frame.parentElement) {
      if (position === 'fixed') return;
      const style = styleOf(frame);
      // What is placed absolutely is cut off only by boxes from the one that it is placed in.
      const inside =
        position !== 'absolute' || style.position !== 'static' || style.transform !== 'none';
      if (!inside) continue;
      if (style.overflowX !== 'visible' || style.overflowY !== 'visible') yield frame;
      position = style.position;
    }
  }

  const paddingBox = once((frame): Box => {
    const rect = frame.getBoundingClientRect();
    const left = rect.left + frame.clientLeft;
    const top = rect.top + frame.clientTop;
    return { left, top, right: left + frame.clientWidth, bottom: top + frame.clientHeight };
  });

  /** What can be seen of it now. */
  function visiblePart(element: Element): Box {
    let part = meet(boxOf(element.getBoundingClientRect()), shownArea);
    for (const frame of framesOf(element)) {
      if (frame === document.body || frame === root) continue;
      part = meet(part, paddingBox(frame));
    }
    return part;
  }

  const isShown = once((element): boolean => {
    if (!element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }))
      return false;
    if (element.closest('[inert],[data-tabster-dummy]')) return false;
    const { width: wide, height: high } = element.getBoundingClientRect();
    // Text for a screen reader only lives in a box of one pixel.
    return wide > 1 && high > 1;
  });

  function nameOf(element: Element): string {
    const text = element.getAttribute('aria-label') ?? element.textContent?.trim() ?? '';
    const id = element.getAttribute('data-testid') ?? element.getAttribute('role') ?? '';
    return `<${element.tagName.toLowerCase()}${id && ` ${id}`}> "${text.slice(0, 50)}"`;
  }

  const pixels = (box: Box): string =>
    [box.left, box.top, box.right, box.bottom].map(Math.round).join(',');

  function checkSideways(): void {
    const over = Math.max(root.scrollWidth, document.body.scrollWidth) - root.clientWidth;
    if (over > 0) faults.push(`The document is ${over} px wider than the window.`);
  }

  const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim().toLowerCase();

  /** The titles and names of an element. */
  function toldBy(element: Element): string {
    const ids = ['aria-labelledby', 'aria-describedby'].flatMap(
      (attribute) => element.getAttribute(attribute)?.split(' ') ?? [],
    );
    const told = ids.map((id) => document.getElementById(id)?.textContent);
    return plain(
      [element.getAttribute('title'), element.getAttribute('aria-label'), ...told].join(' '),
    );
  }

  /** Whether the box says by dots that there is more, and the cut text can be had from it or from what is close around it. */
  function saysThereIsMore(frame: Element, source: Element, text: string): boolean {
    const style = styleOf(frame);
    if (style.textOverflow !== 'ellipsis' && style.webkitLineClamp === 'none') return false;
    let at: Element | null = source;
    for (let steps = 0; at && at !== document.body && steps < 6; steps += 1) {
      if (toldBy(at).includes(plain(text))) return true;
      at = at.parentElement;
    }
    return false;
  }

  interface Line {
    readonly source: Element;
    /** Where the letters can be seen. */
    readonly part: Box;
    readonly layer: Element | null;
  }

  /** A line box is higher than its letters. */
  const lettersOf = (line: Box): Box => ({
    ...line,
    top: line.top + height(line) * 0.15,
    bottom: line.bottom - height(line) * 0.15,
  });

  function checkText(): void {
    const lines: Line[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const source = node.parentElement;
      const text = node.textContent ?? '';
      if (!source || text.trim() === '') continue;
      // The text over a picture of a page belongs to the picture.
      if (source.closest('.textLayer,script,style,option,svg') || !isShown(source)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const letters = [...range.getClientRects()]
        .filter((rect) => rect.width > 0.5)
        .map((rect) => lettersOf(boxOf(rect)));
      const fault = letters
        .map((line) => cutBy(line, source, text))
        .find((found) => found !== null);
      if (fault !== undefined) faults.push(`Text is cut off: ${nameOf(source)} by ${fault}`);
      if (!source.checkVisibility({ opacityProperty: true })) continue;
      const layer = layerOf(source);
      const seen = seenThrough(source);
      for (const line of letters) lines.push({ source, part: meet(line, seen), layer });
    }
    checkTextOverText(lines.filter(({ part }) => !empty(part)));
  }

  /** The part of the window in which the content of an element can be seen. */
  function seenThrough(source: Element): Box {
    let part = shownArea;
    for (const frame of [source, ...framesOf(source)]) {
      if (frame === document.body || frame === root) continue;
      const { display, overflowX, overflowY } = styleOf(frame);
      if (display === 'inline' || (overflowX === 'visible' && overflowY === 'visible')) continue;
      part = meet(part, paddingBox(frame));
    }
    return part;
  }

  /** Whether one of them lies in a box that is placed over the other and has a ground of its own. */
  function isCovered(one: Element, other: Element): boolean {
    return [
      [one, other],
      [other, one],
    ].some(([upper, lower]) => {
      for (let at = upper!; !at.contains(lower!); at = at.parentElement!) {
        const { position, backgroundColor } = styleOf(at);
        const placed = position !== 'static' && position !== 'relative';
        if (placed && !/^(transparent|rgba\(.*, 0\))$/.test(backgroundColor)) return true;
      }
      return false;
    });
  }

  function checkTextOverText(lines: readonly Line[]): void {
    const sorted = lines.toSorted((a, b) => a.part.top - b.part.top);
    for (const [at, one] of sorted.entries()) {
      for (const other of sorted.slice(at + 1)) {
        if (other.part.top > one.part.bottom) break;
        const shared = meet(one.part, other.part);
        if (width(shared) < 3 || height(shared) < 3) continue;
        if (one.source === other.source || one.layer !== other.layer) continue;
        if (isCovered(one.source, other.source)) continue;
        faults.push(
          `Text over text: ${nameOf(one.source)} and ${nameOf(other.source)} at ${pixels(shared)}`,
        );
      }
    }
  }

  /** The box that cuts a line of text off for good; null when all of it can be seen or scrolled to. */
  function cutBy(letters: Box, source: Element, text: string): string | null {
    let [acrossOpen, downOpen] = [true, true];
    for (const frame of [source, ...framesOf(source)]) {
      const style = styleOf(frame);
      if (style.display === 'inline' || frame === root || frame === document.body) continue;
      const box = paddingBox(frame);
      const across =
        acrossOpen && (letters.left < box.left - slack || letters.right > box.right + slack);
      const down =
        downOpen && (letters.top < box.top - slack || letters.bottom > box.bottom + slack);
      const cut = (across && clips(style.overflowX)) || (down && clips(style.overflowY));
      if (cut && !saysThereIsMore(frame, source, text))
        return `${nameOf(frame)} at ${pixels(box)}, text at ${pixels(letters)}`;
      if (cut) return null;
      // Beyond a box that scrolls, what is out of view is only a turn of the wheel away.
      if (scrolls(style.overflowX)) acrossOpen = false;
      if (scrolls(style.overflowY)) downOpen = false;
      if (!acrossOpen && !downOpen) return null;
    }
    if (scrolls(styleOf(root).overflowY) || root.scrollHeight > root.clientHeight) downOpen = false;
    const outside =
      (acrossOpen && (letters.left < -slack || letters.right > shownArea.right + slack)) ||
      (downOpen && (letters.top < -slack || letters.bottom > shownArea.bottom + slack));
    return outside ? `the window, text at ${pixels(letters)}` : null;
  }

  function checkHints(): void {
    const canvas = document.createElement('canvas').getContext('2d');
    for (const input of document.querySelectorAll<HTMLInputElement>('input[placeholder]')) {
      if (input.value !== '' || !isShown(input) || !canvas) continue;
      const style = getComputedStyle(input);
      canvas.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
      const room =
        input.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
      const over = canvas.measureText(input.placeholder).width - room;
      if (over > slack && !toldBy(input).includes(plain(input.placeholder)))
        faults.push(`Hint is cut off by ${Math.round(over)} px: "${input.placeholder}"`);
    }
  }

  const controls = [
    ...document.querySelectorAll(
      'button,a[href],input:not([type=hidden]),select,textarea,[role=button],[role=tab],[role=checkbox],[role=radio],[role=switch],[role=menuitem],[role=menuitemcheckbox],[role=menuitemradio],[role=option],[role=combobox],[role=slider],hr[tabindex],[role=separator][tabindex]',
    ),
  ].filter(isShown);

  const noShadows = matchMedia('(forced-colors: active)').matches;

  /** What lies in front of the rest on purpose, with a role or a shadow: a person reaches either it or what is below. */
  const layerOf = once((element): Element | null => {
    for (let at: Element | null = element; at; at = at.parentElement) {
      if (at.matches('[role=dialog],[role=alertdialog],[role=menu],[role=listbox],[role=tooltip]'))
        return at;
      const { position, boxShadow, zIndex } = styleOf(at);
      // Forced colours take the shadows away; the order in depth remains.
      const raised = boxShadow !== 'none' || (noShadows && zIndex !== 'auto');
      if ((position === 'absolute' || position === 'fixed') && raised) return at;
    }
    return null;
  });

  function checkOverlaps(): void {
    const parts = controls.map((element) => ({
      element,
      part: visiblePart(element),
      layer: layerOf(element),
    }));
    const seen = parts.filter(({ part }) => !empty(part));
    for (const [at, one] of seen.entries()) {
      for (const other of seen.slice(at + 1)) {
        if (one.layer !== other.layer) continue;
        if (one.element.contains(other.element) || other.element.contains(one.element)) continue;
        const label = one.element.closest('label');
        if (label !== null && label === other.element.closest('label')) continue;
        const shared = meet(one.part, other.part);
        // The edge that can be dragged reaches a little into its neighbours.
        const edge = [one, other].some(({ element }) => element.matches('hr,[role=separator]'));
        const least = edge ? 5 : slack;
        if (width(shared) > least && height(shared) > least)
          faults.push(
            `Controls overlap: ${nameOf(one.element)} and ${nameOf(other.element)} at ${pixels(shared)}`,
          );
      }
    }
  }

  function checkReach(): void {
    for (const control of controls) {
      let box = boxOf(control.getBoundingClientRect());
      let fault: string | null = null;
      for (const frame of framesOf(control)) {
        if (frame === root || frame === document.body) continue;
        const style = styleOf(frame);
        const around = paddingBox(frame);
        const across = box.left < around.left - slack || box.right > around.right + slack;
        const down = box.top < around.top - slack || box.bottom > around.bottom + slack;
        const lost = (across && clips(style.overflowX)) || (down && clips(style.overflowY));
        if (lost) fault = `${nameOf(frame)} at ${pixels(around)}`;
        // From here on the place of the scrolling box counts, along the way that it scrolls.
        if (scrolls(style.overflowX)) box = { ...box, left: around.left, right: around.right };
        if (scrolls(style.overflowY)) box = { ...box, top: around.top, bottom: around.bottom };
        if (fault !== null) break;
      }
      const pageScrolls = root.scrollHeight > root.clientHeight && !clips(styleOf(root).overflowY);
      const outside =
        box.left < -slack ||
        box.right > shownArea.right + slack ||
        (!pageScrolls && (box.top < -slack || box.bottom > shownArea.bottom + slack));
      if (fault === null && outside) fault = 'the window';
      if (fault !== null)
        faults.push(`Control out of reach: ${nameOf(control)} at ${pixels(box)}, outside ${fault}`);
    }
  }

  checkSideways();
  checkText();
  checkHints();
  checkOverlaps();
  checkReach();
  return [...new Set(faults)];
}
