/** What must hold before the hub takes work, and what holds now. */
export interface Readiness {
  /** Throws for a name that is not waited for: a misspelt one would keep the hub waiting for ever. */
  readonly set: (name: string, isOk: boolean) => void;
  readonly isReady: () => boolean;
  readonly checks: () => Readonly<Record<string, boolean>>;
}

/** Readiness over the named checks, none of which holds yet. */
export function createReadiness(names: readonly string[]): Readiness {
  const states = new Map(names.map((name) => [name, false]));
  return {
    set: (name, isOk) => {
      if (!states.has(name)) throw new Error(`Nobody waits for "${name}", only for ${names.join(', ')}`);
      states.set(name, isOk);
    },
    isReady: () => states.values().every((isOk) => isOk),
    checks: () => Object.fromEntries(states),
  };
}
