// Which keys are for the page alone, and which for VS Code alone.

const PRESSED = 'a, button, summary, [role="button"]';

/**
 * Keeps Enter and Space on a button, a link or a disclosure from VS Code, which would run the command that is bound to
 * them as well. Elsewhere Space is left to VS Code, whose command scrolls by a message; the page would scroll twice.
 */
export function keepKeysInside(): void {
  document.addEventListener('keydown', (event) => {
    const { target, key } = event;
    const isPress = target instanceof Element && target.closest(PRESSED) !== null;
    if (isPress && (key === 'Enter' || key === ' ')) event.stopPropagation();
    else if (key === ' ') event.preventDefault();
  });
}
