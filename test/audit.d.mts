export declare function verdict(text: string): { readonly red: boolean, readonly said: string }
