import tseslint from 'typescript-eslint';

// Names a part of the code tree and what it must not import; the architecture
// test holds the rest of the layering.
const pure = { group: ['vscode', 'node:*'], message: 'This layer is pure: no vscode, no Node.' };

export default tseslint.config(
  { ignores: ['dist/', 'dist-test/', '.vscode-test/', 'node_modules/'] },
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        project: [
          'tsconfig.json',
          'src/core/tsconfig.json',
          'src/webview/tsconfig.json',
          'test/ui/tsconfig.json',
          'bench/tsconfig.json',
        ],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' },
      ],
      // Objects here are records of functions that know no `this`.
      '@typescript-eslint/unbound-method': 'off',
      // VS Code's own types ask for classes where any object of the shape will do.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
        { selector: 'TSEnumDeclaration', message: 'A union of string literals instead of an enum.' },
      ],
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  {
    files: ['src/core/**/*.ts', 'src/webview/**/*.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [pure] }] },
  },
  // A test that skips itself prints why.
  { files: ['test/**', 'bench/**'], rules: { 'no-console': 'off' } },
  // The peers' types are there only where the peers have been installed.
  { files: ['bench/**'], rules: { '@typescript-eslint/no-unnecessary-type-conversion': 'off' } },
  { files: ['**/*.js', '**/*.mjs', '**/*.cjs'], ...tseslint.configs.disableTypeChecked },
  {
    files: ['scripts/**', 'esbuild.mjs', 'eslint.config.js'],
    rules: { 'no-console': 'off', 'no-restricted-syntax': 'off' },
  },
  // Declarations say what a package exports, not how we would.
  { files: ['**/*.d.ts'], rules: { 'no-restricted-syntax': 'off' } },
  {
    files: ['**/*.cjs'],
    rules: { '@typescript-eslint/no-require-imports': 'off', '@typescript-eslint/no-empty-function': 'off' },
  },
);
