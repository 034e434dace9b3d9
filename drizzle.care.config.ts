import { defineConfig } from 'drizzle-kit'

export default defineConfig({ dialect: 'sqlite', schema: './server/care/schema.ts', out: './server/care/migrations' })
