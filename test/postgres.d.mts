export declare function postgresOwner(): { readonly uid?: number, readonly gid?: number } | null
export declare function postgresPrograms(): string | null
export declare function ensurePostgres(): boolean
