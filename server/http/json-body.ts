import express from 'express'

/** Reads a body of JSON, at most 64 kB of it. */
export const jsonBody = () => express.json({ limit: 65_536, strict: true })
