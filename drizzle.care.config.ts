import { defineConfig } from 'drizzle-kit'

export default defineConfig({ dialect: 'sqlite', schema: ['./server/care/schema.ts', './server/care/help-schema.ts'], out: './server/care/migrations' })
