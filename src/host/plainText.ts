// Keeps what comes from documents from being markup in VS Code's own surfaces.

/** Text for labels of quick picks, where `$(name)` would become an icon. */
export function plainLabel(text: string): string {
  return text.replace(/\$(?=\()/g, '$\u2060');
}

/** Text for notifications, where `[text](command:…)` would become a link that runs something. */
export function plainMessage(text: string): string {
  return text.replace(/\](?=\()/g, ']\u2060');
}
