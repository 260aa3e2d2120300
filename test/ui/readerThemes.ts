// The colours that VS Code's own themes give to the reader's page, so that a page without VS Code looks as it does there.

export interface ReaderTheme {
  readonly name: string;
  /** The class that VS Code gives to the page's body. */
  readonly bodyClass: string;
  /** A style sheet with the colours as properties. */
  readonly css: string;
}

export const darkTheme: ReaderTheme = {
  name: 'dark',
  bodyClass: 'vscode-dark',
  css: cssOf({
    foreground: '#cccccc',
    descriptionForeground: '#9d9d9d',
    'editor-background': '#1f1f1f',
    'editor-foreground': '#cccccc',
    'textLink-foreground': '#4daafc',
    'textLink-activeForeground': '#4daafc',
    'textBlockQuote-border': '#616161',
    'textCodeBlock-background': '#2b2b2b',
    'button-secondaryBackground': '#313131',
    'button-secondaryForeground': '#cccccc',
    'button-secondaryHoverBackground': '#3c3c3c',
    focusBorder: '#0078d4',
    'editorWidget-background': '#202020',
    'editorWidget-foreground': '#cccccc',
    'widget-border': '#313131',
    'widget-shadow': '#0000005c',
    'toolbar-hoverBackground': '#5a5d5e50',
    'editor-findMatchHighlightBackground': '#9e6a03',
    'editor-selectionBackground': '#264f78',
    'progressBar-background': '#0078d4',
    'charts-yellow': '#cca700',
    'inputValidation-infoBorder': '#007acc',
  }),
};

export const lightTheme: ReaderTheme = {
  name: 'light',
  bodyClass: 'vscode-light',
  css: cssOf({
    foreground: '#3b3b3b',
    descriptionForeground: '#3b3b3b',
    'editor-background': '#ffffff',
    'editor-foreground': '#3b3b3b',
    'textLink-foreground': '#005fb8',
    'textLink-activeForeground': '#005fb8',
    'textBlockQuote-border': '#e5e5e5',
    'textCodeBlock-background': '#f8f8f8',
    'button-secondaryBackground': '#e5e5e5',
    'button-secondaryForeground': '#3b3b3b',
    'button-secondaryHoverBackground': '#cccccc',
    focusBorder: '#005fb8',
    'editorWidget-background': '#f8f8f8',
    'editorWidget-foreground': '#3b3b3b',
    'widget-border': '#e5e5e5',
    'widget-shadow': '#00000029',
    'toolbar-hoverBackground': '#b8b8b850',
    'editor-findMatchHighlightBackground': '#ea5c0055',
    'editor-selectionBackground': '#add6ff',
    'progressBar-background': '#005fb8',
    'charts-yellow': '#bf8803',
    'inputValidation-infoBorder': '#007acc',
  }),
};

export const highContrastTheme: ReaderTheme = {
  name: 'high-contrast',
  bodyClass: 'vscode-high-contrast',
  css: cssOf({
    foreground: '#ffffff',
    descriptionForeground: '#ffffffb3',
    'editor-background': '#000000',
    'editor-foreground': '#ffffff',
    contrastBorder: '#6fc3df',
    contrastActiveBorder: '#f38518',
    focusBorder: '#f38518',
    'textLink-foreground': '#21a6ff',
    'textLink-activeForeground': '#21a6ff',
    'textBlockQuote-border': '#ffffff',
    'textCodeBlock-background': '#000000',
    'button-border': '#6fc3df',
    'button-secondaryForeground': '#ffffff',
    'editorWidget-background': '#0c141f',
    'editorWidget-foreground': '#ffffff',
    'editor-selectionBackground': '#ffffff',
    'editor-selectionForeground': '#000000',
    'progressBar-background': '#6fc3df',
    'charts-yellow': '#ffd370',
    'inputValidation-infoBorder': '#6fc3df',
  }),
};

export const highContrastLightTheme: ReaderTheme = {
  name: 'high-contrast-light',
  bodyClass: 'vscode-high-contrast-light',
  css: cssOf({
    foreground: '#292929',
    descriptionForeground: '#292929b3',
    'editor-background': '#ffffff',
    'editor-foreground': '#292929',
    contrastBorder: '#0f4a85',
    contrastActiveBorder: '#006bbd',
    focusBorder: '#006bbd',
    'textLink-foreground': '#0f4a85',
    'textLink-activeForeground': '#0f4a85',
    'textBlockQuote-border': '#292929',
    'textCodeBlock-background': '#f2f2f2',
    'button-secondaryBackground': '#ffffff',
    'button-secondaryForeground': '#292929',
    'editorWidget-background': '#ffffff',
    'editorWidget-foreground': '#292929',
    'editor-selectionBackground': '#0f4a85',
    'editor-selectionForeground': '#ffffff',
    'progressBar-background': '#0f4a85',
    'charts-yellow': '#8a5a00',
    'inputValidation-infoBorder': '#0f4a85',
  }),
};

export const THEMES: readonly ReaderTheme[] = [
  darkTheme,
  lightTheme,
  highContrastTheme,
  highContrastLightTheme,
];

function cssOf(colours: Readonly<Record<string, string>>): string {
  const properties = Object.entries(colours).map(([name, value]) => `--vscode-${name}: ${value};`);
  return `:root { ${properties.join(' ')} --vscode-font-family: system-ui, sans-serif; --vscode-font-size: 13px; }\n`;
}
