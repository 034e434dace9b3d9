export declare function postgresPrograms(): string | null
export declare function ensurePostgres(): boolean
