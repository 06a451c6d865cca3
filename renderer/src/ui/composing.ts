import type { KeyboardEvent } from 'react';

/**
 * Whether the key belongs to an input method: Enter that takes a 拼音 candidate must not submit anything. Chromium sends
 * key code 229 where `isComposing` is already false again.
 */
export function isComposing(event: KeyboardEvent): boolean {
  return event.nativeEvent.isComposing || event.keyCode === 229;
}
