/** Made by the build. */
const traditional = import.meta.glob<Readonly<Record<string, string>>>('../../shared/county/*/index.ts', { query: '?traditional', import: 'default' })

/** The Chinese texts of a county folder in Traditional characters, by the text. */
export const traditionalTexts = async (name: string): Promise<Readonly<Record<string, string>>> => await traditional[`../../shared/county/${name}/index.ts`]?.() ?? {}
