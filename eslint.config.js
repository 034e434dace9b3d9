import antfu from '@antfu/eslint-config'
import accessibility from 'eslint-plugin-vuejs-accessibility'

export default antfu({
  type: 'app',
  typescript: true,
  vue: true,
  markdown: false,
  jsonc: false,
  yaml: false,
  ignores: ['dist', 'data', 'server/migrations', 'test/out'],
}, ...accessibility.configs['flat/recommended'], {
  rules: {
    'antfu/if-newline': 'off',
    'antfu/top-level-function': 'off',
    'curly': 'off',
    'style/max-len': ['error', { code: 130, ignoreStrings: true, ignoreTemplateLiterals: true, ignoreUrls: true, ignoreRegExpLiterals: true }],
    'style/brace-style': ['error', '1tbs'],
    'test/prefer-lowercase-title': 'off',
    'ts/consistent-type-definitions': 'off',
    'no-console': 'off',
    'vue/no-v-html': 'error',
    'vue/max-attributes-per-line': 'off',
    'vuejs-accessibility/label-has-for': ['error', { required: { some: ['nesting', 'id'] } }],
  },
})
