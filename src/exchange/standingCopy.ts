/**
 * A copy of an element as it stands on the screen, outside the page, with the rules that style it. Only what may be seen is
 * in it. Copying each node's computed style instead, as html-to-image does with nodes of the page, costs some hundred
 * properties a node: seconds for a full screen.
 */
export function standingCopy(element: HTMLElement, leaveOut: readonly string[]): HTMLElement {
  const area = element.getBoundingClientRect();
  const frame = document.createElement('div');
  // What the page's root and body give to all that is in them.
  frame.dataset.mantineColorScheme = document.documentElement.dataset.mantineColorScheme ?? 'light';
  const { font, color } = getComputedStyle(element);
  Object.assign(frame.style, { font, color, width: `${area.width}px`, height: `${area.height}px` });
  const copy = copyOf(element, area, leaveOut) as Element;
  const style = document.createElement('style');
  frame.append(style, copy);
  style.textContent = rulesFor(frame);
  return frame;
}

/** Null for what is left out or lies beside the area. What lies beside it may hold something that reaches in. */
function copyOf(element: Element, area: DOMRect, leaveOut: readonly string[]): Element | null {
  if (leaveOut.some((name) => element.classList.contains(name))) return null;
  const copy = element instanceof HTMLCanvasElement ? pictureOf(element) : (element.cloneNode(false) as Element);
  keepState(element, copy);
  if (element instanceof HTMLTextAreaElement) copy.textContent = element.value;
  else {
    for (const child of element.childNodes) {
      if (!(child instanceof Element)) copy.append(child.cloneNode());
      else copy.append(...[copyOf(child, area, leaveOut)].filter((kept) => kept !== null));
    }
    keepScroll(element, copy);
  }
  return copy.childElementCount > 0 || mayBeSeen(element.getBoundingClientRect(), area) ? copy : null;
}

/** A canvas as an image of the same name and place: html-to-image makes one too, but without the class that places it. */
function pictureOf(canvas: HTMLCanvasElement): HTMLImageElement {
  const picture = document.createElement('img');
  picture.className = canvas.className;
  picture.style.cssText = canvas.style.cssText;
  picture.src = canvas.toDataURL();
  return picture;
}

/** What was chosen, ticked, typed or scrolled to is no attribute, and a clone has only these. */
function keepState(element: Element, copy: Element): void {
  if (element instanceof HTMLOptionElement) copy.toggleAttribute('selected', element.selected);
  if (element instanceof HTMLInputElement) {
    copy.setAttribute('value', element.value);
    copy.toggleAttribute('checked', element.checked);
  }
}

/** No one scrolls in a picture: what is in the copy stands where it was scrolled to. */
function keepScroll({ scrollLeft, scrollTop }: Element, copy: Element): void {
  if (scrollLeft === 0 && scrollTop === 0) return;
  for (const child of copy.children) (child as HTMLElement).style.translate = `${-scrollLeft}px ${-scrollTop}px`;
}

/** False for what lies beside the area; what has no size of its own may hold something that is seen. */
function mayBeSeen(rect: DOMRect, area: DOMRect): boolean {
  if (rect.width === 0 || rect.height === 0) return true;
  return rect.right > area.left && rect.left < area.right && rect.bottom > area.top && rect.top < area.bottom;
}

/** The rules of the page that style anything in the copy, those for media as this window meets them. */
function rulesFor(copy: Element): string {
  const kept: string[] = [];
  const take = (rules: CSSRuleList) => {
    for (const rule of rules) {
      if (rule instanceof CSSMediaRule) {
        if (window.matchMedia(rule.conditionText).matches) take(rule.cssRules);
      } else if (rule instanceof CSSStyleRule) {
        if (applies(rule.selectorText, copy)) kept.push(rule.cssText);
      } else if (!(rule instanceof CSSFontFaceRule || rule instanceof CSSKeyframesRule)) kept.push(rule.cssText);
    }
  };
  for (const sheet of document.styleSheets) take(sheet.cssRules);
  return kept.join('\n');
}

function applies(selector: string, copy: Element): boolean {
  if (selector.includes(':root')) return true;
  // States and pseudo-elements aside: whether a node is hovered is no matter here.
  const plain = selector.replace(/::?[a-z-]+(\([^()]*\))?/g, '');
  try {
    return copy.matches(plain) || copy.querySelector(plain) !== null;
  } catch {
    return true;
  }
}
