import antfu from '@antfu/eslint-config'
import accessibility from 'eslint-plugin-vuejs-accessibility'

export default antfu({
  type: 'app',
  typescript: true,
  vue: true,
  // No comment here has tags to check, and TypeScript finds what these rules find in expressions: they are a third of the time.
  jsdoc: false,
  regexp: false,
  markdown: false,
  jsonc: false,
  yaml: false,
  ignores: ['dist', 'data', 'server/database/migrations', 'test/out', '!**/inspections/coverage'],
}, ...accessibility.configs['flat/recommended'], {
  rules: {
    'antfu/if-newline': 'off',
    'antfu/no-top-level-await': 'off',
    'antfu/top-level-function': 'off',
    'curly': 'off',
    'style/brace-style': ['error', '1tbs'],
    'test/prefer-lowercase-title': 'off',
    'ts/consistent-type-definitions': 'off',
    'no-console': 'off',
    'node/prefer-global/process': 'off',
    'node/prefer-global/buffer': 'off',
    'ts/no-use-before-define': ['error', { functions: false, classes: false, variables: false }],
    'vue/no-v-html': 'error',
    'vue/max-attributes-per-line': 'off',
    'vuejs-accessibility/no-static-element-interactions': 'off',
    'vuejs-accessibility/label-has-for': ['error', { controlComponents: ['NumberInput', 'ClockField'], required: { some: ['nesting', 'id'] } }],
  },
}, {
  // The label is around the control or names its id; of a grid, the cells take the focus.
  files: ['client/base/controls/*.vue'],
  rules: { 'vuejs-accessibility/form-control-has-label': 'off', 'vuejs-accessibility/interactive-supports-focus': 'off' },
})
