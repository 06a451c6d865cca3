/** Where the list was left: how far it was scrolled, and the element that had the focus. */
let place = { top: 0, focused: '' };

/** A ref for the list: takes it back to where it was left, and remembers where it is when it goes. */
export function keepPlace(list: HTMLElement | null): (() => void) | undefined {
  if (list === null) return undefined;
  list.scrollTop = place.top;
  if (place.focused !== '') document.getElementById(place.focused)?.focus({ preventScroll: true });
  return () => {
    const { activeElement } = document;
    place = { top: list.scrollTop, focused: list.contains(activeElement) ? (activeElement?.id ?? '') : '' };
  };
}
